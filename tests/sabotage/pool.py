"""The assessor pool and conflicts of interest."""

TEST_POOL, ENTRY, FOUND = "tests/panels/test_pool.py::", "tests/panels/test_entry.py::", "tests/panels/test_conflicts.py::"
ASSIGN = "tests/evaluations/test_assignment.py::"
WALL, LATER = "panels/migrations/0003_pool.py", "tests/panels/test_second_wall.py::"
CONFLICTS, MAY, KEEP = "panels/conflicts.py", "panels/permissions.py", "panels/workflow/pool.py"
OWN, ASSIGNING = "panels/workflow/entry.py", "evaluations/workflow/assignment.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("pool: who consulted never assesses, by trigger", WALL, "IF NEW.kind = 'assessed' AND EXISTS (", "IF false AND EXISTS (",
     LATER + "test_who_consulted_a_provider_never_assesses_it_within_24_months"),
    ("pool: who consulted never assesses, by the workflow", "panels/workflow/involvement.py",
     "refuse_if(_has_consulted(person, subject),", "refuse_if(False,", ENTRY + "test_who_has_consulted_is_refused_in_a_sentence"),
    ("pool: a ground of exclusion refuses", ASSIGNING, "refuse_if(excluding,", "refuse_if(False,",
     ASSIGN + "test_a_ground_of_exclusion_is_overruled_by_nobody"),
    ("pool: a reason to ask wants a manager", ASSIGNING, "refuse_if(not can_overrule(actor),", "refuse_if(False,",
     ASSIGN + "test_no_word_of_an_officer_overrules"),
    ("pool: a manager writes why", ASSIGNING, "refuse_if(not overruling.strip(),", "refuse_if(False,",
     ASSIGN + "test_an_officer_is_told_that_a_manager_may_and_a_manager_writes_why"),
    ("pool: what is unfit is refused", ASSIGNING, "refuse_if(against,", "refuse_if(False,",
     ASSIGN + "test_a_qualification_that_expired_yesterday_refuses_until_it_is_renewed"),
    ("pool: a pledge holds for a year", "panels/pledge.py", "signed_on >= months_before(today, MONTHS)", "True",
     ASSIGN + "test_a_pledge_of_a_year_ago_holds_and_an_older_one_refuses"),
    ("pool: one case, one person", ASSIGNING, "Q(user=user) | Q(user__person=user.person_id)", "Q(user=user) | Q(user=user)",
     ASSIGN + "test_who_works_on_the_case_is_not_assigned_under_another_account"),
    ("pool: only a manager overrules", MAY, "return actor.has(Role.MANAGER)\n\n\ndef can_keep_bodies", "return True\n\n\ndef can_keep_bodies",
     ENTRY + "test_only_a_manager_overrules_with_a_reason_and_no_ground_of_exclusion"),
    ("pool: exclusion is beyond anybody's word", "panels/workflow/overruling.py", "any(one.excludes for one in conflicts)", "False",
     ENTRY + "test_only_a_manager_overrules_with_a_reason_and_no_ground_of_exclusion"),
    ("pool: an overruling wants a reason", "panels/workflow/overruling.py", "refuse_if(not reason.strip(),", "refuse_if(False,",
     ENTRY + "test_only_a_manager_overrules_with_a_reason_and_no_ground_of_exclusion"),
    ("pool: exclusion is beyond anybody's word, by constraint", "panels/migrations/0001_initial.py", 'condition=models.Q(("kinds__contained_by", [',
     'condition=models.Q(pk__gt=0) | models.Q(("kinds__contained_by", [',
     ENTRY + "test_past_the_workflow_the_database_overrules_no_ground_of_exclusion_and_keeps_what_is"),
    ("pool: a former employer counts for three years", CONFLICTS, "MONTHS_AFTER_LEAVING = 36", "MONTHS_AFTER_LEAVING = 35",
     FOUND + "test_a_tie_counts_as_long_as_it_should_and_no_day_longer"),
    ("pool: consulting counts for 24 months", CONFLICTS, "MONTHS_AFTER_CONSULTING = 24", "MONTHS_AFTER_CONSULTING = 23",
     FOUND + "test_a_tie_counts_as_long_as_it_should_and_no_day_longer"),
    ("pool: nobody pledges for somebody else", OWN, "require(can_sign_pledge(actor, member))", "pass",
     ENTRY + "test_a_pledge_is_signed_by_the_assessor_alone_with_the_text_that_was_read"),
    ("pool: what is signed is what was read", OWN, "refuse_if(version != pledge.VERSION,", "refuse_if(False,",
     ENTRY + "test_a_pledge_is_signed_by_the_assessor_alone_with_the_text_that_was_read"),
    ("pool: the ledger follows the employers", OWN, "    settle_ties(member, actor=actor)\n    return there", "    return there",
     ENTRY + "test_an_employer_stands_in_the_ledger_until_its_last_day_and_after"),
    ("pool: who declares a relative is kept from its other cases", "evaluations/workflow/declaration.py",
     "if has_interest and is_relative and", "if False and", "tests/evaluations/test_declaration.py::test_a_relative_is_noted_for_every_case_of_this_provider"),
    ("pool: only the keepers enter a qualification", KEEP,
     '"""A qualification with its last day. Renewed, it is a further one of the same kind; the same kind and number again is a correction."""'
     '\n    member = lock(member)\n    require(can_keep_pool(actor))',
     '"""A qualification with its last day."""\n    member = lock(member)', ENTRY + "test_assessors_keep_neither_their_qualifications_nor_their_ties"),
    ("pool: one keeps one's own entry", "panels/views/entry.py", "public_id=public_id, member__user=request.actor.user)\n    form",
     "public_id=public_id)\n    form", "tests/panels/test_entry_pages.py::test_nobody_ends_an_employer_of_somebody_else"),
    ("pool: only oneself and the desk say how many cases", OWN, "    require(can_keep_entry(actor, member))\n    refuse_if(member.left_at, _(\"This person has left the pool.\"))\n    refuse_if(not 1",
     "    refuse_if(member.left_at, _(\"This person has left the pool.\"))\n    refuse_if(not 1",
     ENTRY + "test_how_many_cases_they_take_on_say_oneself_and_the_desk"),
    ("pool: one case or more, by oneself", OWN, "refuse_if(not 1 <= most_cases <= 99,", "refuse_if(False,",
     ENTRY + "test_how_many_cases_they_take_on_say_oneself_and_the_desk"),
]
