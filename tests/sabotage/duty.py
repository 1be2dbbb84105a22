"""Duties: planned and lapsed by state, moved with a reason, reminded of once and in one message; the calendar address; the plan."""

FLOW, FEED, TASKS = "aftercare/workflow/duty.py", "aftercare/workflow/duty_feed.py", "aftercare/tasks/duty.py"
READ, CALENDAR = "aftercare/queries/duty.py", "aftercare/queries/duty_calendar.py"
REMIND, DEADLINES, LADDER = "correspondence/workflow/reminders.py", "correspondence/workflow/deadlines.py", "correspondence/ladder.py"
T, R, P = "tests/aftercare/test_duty.py::", "tests/aftercare/test_duty_reminders.py::", "tests/aftercare/test_duty_pages.py::"
D = "tests/desk/test_duties.py::"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("duties: a new line of the plan is found", READ, "kind=rule.kind,\n", "\n", T + "test_a_line_that_is_added_later_is_planned_too"),
    ("duties: what is over is not planned", READ, 'f"{day}__gte": clock.today(), ', "",
     T + "test_a_window_that_is_over_does_not_make_a_certificate_wait_for_ever"),
    ("duties: each beat plans", TASKS, "    done += [carried_on(agency, workflow.plan_duties, one) for one in unplanned]\n", "",
     T + "test_beat_plans_what_is_lacking_once"),
    ("duties: what ended lapses", TASKS, "    done = [carried_on(agency, workflow.lapse_duties, one) for one in over]\n", "    done = []\n",
     R + "test_planning_and_lapsing_begin_with_the_day"),
    ("duties: none beyond the certificate", FLOW, "    refuse_if(to_on > duty.certificate.valid_to,", "    refuse_if(False,",
     D + "test_what_is_wrong_is_said_and_nothing_typed_is_lost"),
    ("duties: only the manager sets the plan", FLOW, "    require(can_set_plan(actor))\n", "", T + "test_only_the_manager_sets_a_line"),
    ("duties: a visit looks at six at least", FLOW, "    refuse_if(kind == DutyKind.MONITORING_VISIT and", "    refuse_if(False and",
     D + "test_a_line_that_cannot_be_is_refused_with_a_sentence"),
    ("duties: a moved day sends nothing again", DEADLINES, "        if str(subject.pk) in older:\n", "        if False:\n",
     R + "test_a_moved_last_day_sends_nothing_again_and_the_rest_follows_it"),
    ("duties: rungs of the time between are none", DEADLINES, "deadline.opened_at, deadline.closed_at, deadline.outcome = clock.now(), None",
     "deadline.closed_at, deadline.outcome = None", R + "test_what_was_returned_is_reminded_of_again_but_of_no_rung_twice"),
    ("duties: what is done reminds nobody", FLOW, "    close_deadlines(duty, actor=actor)\n", "",
     R + "test_what_is_done_waived_or_lapsed_reminds_nobody"),
    ("duties: each rung once together", REMIND, "rung not in sent[one.pk] and is_due", "is_due",
     R + "test_each_rung_comes_at_nine_on_its_working_day_and_once"),
    ("duties: one message for a provider", REMIND, "groups.setdefault((kind.name, getattr(subject, kind.together)), [])",
     "groups.setdefault((kind.name, one.pk), [])", R + "test_several_for_one_provider_are_one_message_and_each_rung_stands_for_itself"),
    ("duties: the manager at the last rung only", REMIND, "if kind.escalation and one.pk in last:", "if kind.escalation:",
     R + "test_at_the_last_rung_the_manager_is_told_once_of_all_that_stay_undone"),
    ("duties: one that fails holds up no other", "correspondence/tasks.py", "    if count is None and len(unit) > 1:", "    if False:",
     R + "test_one_that_fails_holds_up_no_other"),
    ("duties: unannounced reminds officers", FLOW, "kind=DUE if duty.announced else UNANNOUNCED", "kind=DUE",
     R + "test_of_an_unannounced_visit_the_provider_hears_nothing"),
    ("duties: the day of the next reminder is worked out again", "correspondence/tasks.py",
     "    return sum(attempted(agency, workflow.settle_days, page) or 0 for page in pages)", "    return 0 * len(pages)",
     R + "test_a_clock_that_ran_ahead_and_came_back_loses_no_reminder"),
    ("duties: the calendar keeps unannounced visits", CALENDAR, "announced=True, ", "",
     P + "test_of_an_unannounced_visit_the_calendar_knows_nothing"),
    ("duties: a calendar address ends with the membership", CALENDAR, "return feed if members.exists() else None", "return feed",
     P + "test_who_acts_for_the_provider_no_longer_reads_no_calendar_of_it"),
    ("duties: an ended address opens nothing", CALENDAR, "public_id=public_id, ended_at=None)", "public_id=public_id)",
     P + "test_a_new_address_ends_the_one_before_and_ending_it_ends_all"),
    ("duties: an address is signed", "aftercare/feeds.py", "uuid.UUID(SIGNER.unsign(token))", 'uuid.UUID(token.partition(".")[0])',
     P + "test_nobody_guesses_an_address"),
    ("duties: only its people make an address", FEED, "    require(can_follow_duties(actor, provider))\n", "",
     P + "test_only_its_own_people_make_an_address"),
    ("duties: a year without holidays is a warning", "core/calendar.py", "if not public_holidays(year)]", "if False]",
     "tests/desk/test_health.py::test_a_year_whose_holidays_nobody_knows_is_a_warning_and_stops_nothing"),
]
