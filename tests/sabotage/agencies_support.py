"""Project support: who reads what and when, what stays, what is never granted or used without a word, and never a decision by who asked."""

A, R, P = "tests/agencies/test_support.py::", "tests/agencies/test_support_report.py::", "tests/agencies/test_support_pages.py::"
MODEL, WORK, DECIDE, REPORT, TELL, READ, MOVED, VIEW = (
    "agencies/models/support.py", "agencies/workflow/support.py", "agencies/workflow/support_decision.py",
    "agencies/workflow/support_report.py", "agencies/workflow/support_telling.py", "agencies/queries/support.py",
    "agencies/migrations/0008_support.py", "desk/views/support_decision.py")
DRAFT, WHO_ASKS, STAYS = (A + "test_a_draft_is_read_by_nobody_but_the_agency", A + "test_requests_are_written_by_officers_and_managers_alone",
                          A + "test_what_is_handed_in_stays_as_it_is")
IMPOSSIBLE, OLDER = A + "test_impossible_requests_are_refused_beside_their_field", A + "test_an_older_page_writes_and_hands_in_nothing"
MORE, WHO = (A + "test_no_decision_gives_more_than_asked_or_less_than_nothing", A + "test_who_may_draft_release_approve_and_send_back")
SELF, CHANGED = (A + "test_who_asked_decides_nothing_with_a_role_at_central",
                 A + "test_who_drafted_or_released_does_not_approve_and_what_changed_is_read_again")
BAD_REPORT, WHOLE = (R + "test_impossible_reports_are_refused_beside_their_field",
                     R + "test_nothing_is_sent_before_it_is_whole_nor_from_an_older_page_nor_twice")
ALONE, AGAIN = (R + "test_reports_are_written_by_the_agency_and_answered_by_central_alone",
                R + "test_asked_again_the_days_begin_anew_and_the_first_report_stays")
EXPLAINED = R + "test_more_than_granted_is_taken_with_an_explanation_and_the_database_wants_one_too"
OTHERS = P + "test_what_is_central_s_is_unknown_at_an_agency_and_the_other_way_round"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("support: Central reads no draft", MODEL, "models.Q(central=current_agency_id(), asked_at__isnull=False)",
     "models.Q(central=current_agency_id())", DRAFT),
    ("support: who reads cases reads requests", MODEL, '''also if it was withdrawn since."""
        if not actor.reads_cases:
            return NOBODY
''', '''also if it was withdrawn since."""
''', DRAFT),
    ("support: Central reads no report before it is sent", MODEL, "models.Q(central=current_agency_id(), sent_at__isnull=False)",
     "models.Q(central=current_agency_id())", R + "test_reported_with_figures_and_accepted"),
    ("support: not everybody asks", WORK, "    require(can_ask_support(actor))\n    _refuse_unfit(facts)", "    _refuse_unfit(facts)", WHO_ASKS),
    ("support: not everybody writes a draft", WORK, "    require(can_ask_support(actor))\n    refuse_if(not row.is_draft",
     "    refuse_if(not row.is_draft", WHO_ASKS),
    ("support: not everybody withdraws", WORK, "    require(can_ask_support(actor))\n    facts = move(row, SupportStage.WITHDRAWN)",
     "    facts = move(row, SupportStage.WITHDRAWN)", WHO_ASKS),
    ("support: what is handed in is not changed", WORK, "refuse_if(not row.is_draft,", "refuse_if(False,", STAYS),
    ("support: the database keeps a request", MOVED, "WHEN (OLD.asked_at IS NOT NULL)", "WHEN (false)", STAYS),
    ("support: the database keeps its papers", MOVED, "AND asked_at IS NOT NULL", "AND false", STAYS),
    ("support: money is asked for by an amount", WORK, 'refuse_if(asks_money and facts["amount"] is None,', "refuse_if(False,", IMPOSSIBLE),
    ("support: no negative amount", WORK, 'refuse_if(asks_money and facts["amount"] <= 0,', "refuse_if(False,", IMPOSSIBLE),
    ("support: advice has no amount", WORK, 'refuse_if(not asks_money and facts["amount"] is not None,', "refuse_if(False,", IMPOSSIBLE),
    ("support: a project ends after it begins", WORK, 'refuse_if(facts["until_on"] < facts["from_on"],', "refuse_if(False,", IMPOSSIBLE),
    ("support: the database knows no amount of nothing", MOVED, '("amount__gt", 0), ', "", IMPOSSIBLE),
    ("support: an older page writes over nothing", WORK, 'refuse_if(row.version != base_version, _("Somebody', 'refuse_if(False, _("Somebody',
     OLDER),
    ("support: an older page hands in nothing", WORK, 'refuse_if(row.version != base_version, _("It was', 'refuse_if(False, _("It was', OLDER),
    ("support: what is over is not asked for", WORK, "refuse_if(row.until_on < clock.today(),", "refuse_if(False,",
     A + "test_a_project_that_is_over_is_not_asked_for"),
    ("support: who hands in is an author", WORK, "    note_hands(row, actor)\n    note_scans", "    note_scans",
     A + "test_nor_who_only_wrote_a_draft_or_for_whom_it_was_written"),
    ("support: for whom it was written is an author", WORK, "for user in actor.people:", "for user in [actor.user]:",
     A + "test_nor_who_only_wrote_a_draft_or_for_whom_it_was_written"),
    ("support: an author decides nothing", DECIDE, "for other in (*authors, *belong))", "for other in belong)", SELF),
    ("support: the same person decides nothing with another account", DECIDE, "same_person(one, other)", "one.pk == other.pk",
     A + "test_nor_does_the_same_person_with_another_account"),
    ("support: nobody of the asking agency decides", DECIDE, "one.pk in own or any(", "any(",
     A + "test_nor_does_anybody_else_of_the_asking_agency_with_whatever_account"),
    ("support: neither with another account", DECIDE, "for other in (*authors, *belong))", "for other in authors)",
     A + "test_nor_does_anybody_else_of_the_asking_agency_with_whatever_account"),
    ("support: a delegate is two", DECIDE, "for one in actor.people)", "for one in [actor.user])",
     A + "test_nor_does_a_delegate_who_asked_or_who_stands_in_for_who_asked"),
    ("support: no step of a decision by who asked", DECIDE, "refuse_if(is_of_the_asking(actor, row),", "refuse_if(False,", SELF),
    ("support: no report answered by who asked", REPORT, "refuse_if(is_of_the_asking(actor, row),", "refuse_if(False,",
     A + "test_nor_is_their_report_answered_by_who_asked"),
    ("support: not everybody drafts a decision", DECIDE, "    require(can_draft_support(actor))\n", "", WHO),
    ("support: not everybody releases", DECIDE, "    require(can_release_support(actor))\n", "", WHO),
    ("support: a decided request waits for nothing", DECIDE, "refuse_if(row.stage != SupportStage.ASKED,", "refuse_if(False,",
     A + "test_withdrawn_before_the_decision_it_is_neither_drafted_released_nor_approved"),
    ("support: what changed is read again", DECIDE, "refuse_if(seen != digest_of(row, decision),", "refuse_if(False,", CHANGED),
    ("support: refused with the reason", DECIDE, "refuse_if(not reason,", "refuse_if(False,",
     A + "test_refused_with_the_reason_and_no_report_is_wanted"),
    ("support: no more than asked", DECIDE, "granted > row.amount,", "False,", MORE),
    ("support: nothing less than nothing", DECIDE, "granted <= 0,", "False,", MORE),
    ("support: a part has its amount", DECIDE, "refuse_if(granted is None,", "refuse_if(False,", MORE),
    ("support: the whole is no part", DECIDE, "refuse_if(granted == row.amount,", "refuse_if(False,", MORE),
    ("support: a part is not the whole", DECIDE, "refuse_if(granted not in (None, row.amount),", "refuse_if(False,", MORE),
    ("support: a part has its reason", DECIDE, "refuse_if(outcome == Outcome.PART and not reason,", "refuse_if(False,", MORE),
    ("support: the report has its day", DECIDE, "refuse_if(due_on is None,", "refuse_if(False,", MORE),
    ("support: that day is after the beginning", DECIDE, "refuse_if(due_on < max(clock.today(), row.from_on),", "refuse_if(False,", MORE),
    ("support: the database grants no more than asked", MOVED, '("granted__lte", models.F("amount"))', '("granted__lte", models.F("granted"))',
     MORE),
    ("support: the database grants no nothing", MOVED, '("granted__gt", 0), ', "", MORE),
    ("support: help is described", DECIDE, "refuse_if(row.kind != AMOUNT and not help_words,", "refuse_if(False,",
     A + "test_help_that_is_no_money_is_described"),
    ("support: no amount where none was asked for", DECIDE, "refuse_if(granted is not None, _(", "refuse_if(False, _(",
     A + "test_help_that_is_no_money_is_described"),
    ("support: a decision stays", MOVED, "WHEN (OLD.decided_at IS NOT NULL)", "WHEN (false)",
     A + "test_drafted_released_approved_and_then_the_agency_reads_it"),
    ("support: Central's side is told by its job", TELL, '''what the agency did."""
    require(can_follow_support(actor))
''', '''what the agency did."""
''', R + "test_only_the_job_tells"),
    ("support: the agency's side is told by its job", TELL, '''report begin."""
    require(can_follow_support(actor))
''', '''report begin."""
''', R + "test_only_the_job_tells"),
    ("support: told once", TELL, "    if row.told_at:\n        return False\n", "", R + "test_told_once_however_often_it_is_asked"),
    ("support: received once", TELL, "    if row.received_at:\n        return False\n", "", R + "test_told_once_however_often_it_is_asked"),
    ("support: a report says something", REPORT, 'refuse_if(not facts["text"].strip(),', "refuse_if(False,", BAD_REPORT),
    ("support: nobody less than none", REPORT, 'refuse_if((facts["reach"] or 0) < 0,', "refuse_if(False,", BAD_REPORT),
    ("support: nothing less than nothing used", REPORT, 'refuse_if((facts["used"] or 0) < 0,', "refuse_if(False,", BAD_REPORT),
    ("support: more than granted is explained", REPORT,
     'refuse_if(row.granted is not None and (facts["used"] or 0) > row.granted and not facts["explanation"].strip(),', "refuse_if(False,",
     BAD_REPORT),
    ("support: the database wants it explained", MOVED, '("used__lte", models.F("granted"))', '("used__gte", 0)', EXPLAINED),
    ("support: what was sent stays", MOVED, "WHEN (OLD.sent_at IS NOT NULL)", "WHEN (false)", EXPLAINED),
    ("support: no amount used of help without money", REPORT, "refuse_if(row.granted is None and", "refuse_if(False and",
     R + "test_of_help_without_money_no_amount_is_used"),
    ("support: how much was used is told", REPORT, "refuse_if(row.granted is not None and report.used is None,", "refuse_if(False,", WHOLE),
    ("support: an older page of a report writes nothing", REPORT, 'refuse_if(report.version != base_version, _("Somebody',
     'refuse_if(False, _("Somebody', WHOLE),
    ("support: an older page of a report sends nothing", REPORT, 'refuse_if(report.version != base_version, _("It was',
     'refuse_if(False, _("It was', WHOLE),
    ("support: a report is wanted once", REPORT, "refuse_if(row.stage != SupportStage.GRANTED,", "refuse_if(False,", WHOLE),
    ("support: reports are written by the agency", REPORT, "    require(can_ask_support(actor))\n    refuse_if(row.stage", "    refuse_if(row.stage",
     ALONE),
    ("support: reports are answered by Central", REPORT, "    require(can_draft_support(actor))\n", "", ALONE),
    ("support: asked again with words", REPORT, "refuse_if(not words.strip(),", "refuse_if(False,", AGAIN),
    ("support: asked again with a day", REPORT, "refuse_if(due_on is None,", "refuse_if(False,", AGAIN),
    ("support: asked again for a day to come", REPORT, "refuse_if(due_on < clock.today(),", "refuse_if(False,", AGAIN),
    ("support: what became of it is told at its end", WORK, "refuse_if(row.stage != SupportStage.DONE,", "refuse_if(False,",
     R + "test_what_became_of_it_is_told_once_the_report_is_accepted"),
    ("support: what became of it says something", WORK, "refuse_if(not words.strip(),", "refuse_if(False,",
     R + "test_what_became_of_it_is_told_once_the_report_is_accepted"),
    ("support: not everybody tells what became of it", WORK, "    require(can_ask_support(actor))\n    refuse_if(row.stage",
     "    refuse_if(row.stage", R + "test_what_became_of_it_is_told_once_the_report_is_accepted"),
    ("support: papers of a draft are not Central's", READ, "filter(central=current_agency_id(), report__sent_at__isnull=False)",
     "filter(central=current_agency_id())", P + "test_reported_answered_and_what_became_of_it_by_the_pages"),
    ("support: an agency counts its own", "agencies/queries/network_activity.py",
     "rows if at_central() else rows.filter(agency=current_agency_id())", "rows",
     R + "test_published_activities_and_granted_requests_are_counted_per_agency_and_year"),
    ("support: an agency decides nothing", VIEW, "@central_only\ndef draft_decision", "def draft_decision", OTHERS),
]
