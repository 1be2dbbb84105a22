"""On what a sanction is based: who sets it, which words count."""

T, FLOW, READ = "tests/aftercare/test_sanction_basis.py::", "aftercare/workflow/sanction_basis.py", "aftercare/queries/sanction_basis.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("basis: only a manager sets it", FLOW, "    require(can_set_plan(actor))\n", "",
     T + "test_only_a_manager_sets_it_and_never_without_words"),
    ("basis: words of another ground do not go along", FLOW, "if not basis or basis in others:", "if not basis:",
     T + "test_words_that_are_usual_for_another_ground_do_not_go_along_with_the_ground"),
    ("basis: worded anew it counts before what was told", READ, "if ground not in set_at or at >= set_at[ground]:", "if True:",
     T + "test_what_was_written_in_a_draft_is_remembered_until_the_frameworks_is_worded_anew"),
]
