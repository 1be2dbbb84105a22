"""What joins the parts of aftercare: from a finding or a complaint to a sanction, and what never comes along."""

ORIGINS = "tests/aftercare/test_sanction_origin.py::"
ORIGIN, DRAFT = "aftercare/workflow/sanction_origin.py", "aftercare/workflow/sanction.py"
FOUNDED = "test_what_is_not_confirmed_and_whoever_does_not_handle_it_begins_nothing"
PAPERS = "test_neither_the_reporters_words_nor_the_name_reach_the_papers"

ORDERS = "tests/aftercare/test_sanction_order.py::"
ORDER = "aftercare/workflow/sanction_order.py"
RETURNED = "test_returned_with_a_reason_it_is_reported_anew_and_the_first_stays"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("a sanction follows what was handed over", ORIGIN, "refuse_if(not correction.calls_for_sanction,", "refuse_if(False,",
     ORIGINS + "test_only_what_was_handed_over_or_is_overdue_leads_to_a_sanction"),
    ("a sanction follows what was confirmed", ORIGIN, "refuse_if(not complaint.is_confirmed,", "refuse_if(False,", ORIGINS + FOUNDED),
    ("who handles the complaint begins the sanction", ORIGIN, "    require(can_handle_complaint(actor, complaint))\n", "", ORIGINS + FOUNDED),
    ("no reporter in a sanction's draft", DRAFT, "    refuse_told(sanction, actor, complaint, facts=facts, order=order)\n", "", ORIGINS + PAPERS),
    ("no reporter in a sanction's changed draft", DRAFT, "    refuse_told(sanction, actor, facts=facts, order=order)\n", "", ORIGINS + PAPERS),
    ("no reporter in a sanction's decision", "aftercare/workflow/sanction_decision.py",
     "    refuse_told(sanction, actor, grounds=grounds, final_order=final_order)\n", "",
     ORIGINS + "test_the_decision_holds_nothing_of_it_and_no_letter_names_it"),
    ("no refusal tells the reporter's name", ORIGIN, "            if can_handle_complaint(actor, one):\n", "            if True:\n",
     ORIGINS + "test_to_somebody_who_may_not_know_the_name_no_refusal_tells_it"),
    ("a complaint behind a sanction is its readers'", "aftercare/queries/sanction_origin.py",
     "    noted = ComplaintFollow.objects.visible_to(actor)", "    actor = LOOKING\n    noted = ComplaintFollow.objects.visible_to(actor)",
     ORIGINS + "test_whoever_may_not_read_the_complaint_does_not_learn_of_it_from_the_sanction"),
    ("who returns a report about an order", ORDER,
     "    require(can_keep_sanction(actor, sanction))\n    report =", "    report =", ORDERS + RETURNED),
    ("a report is returned once", ORDER, "refuse_if(report is None or sanction.order_met is not None,", "refuse_if(False,",
     ORDERS + RETURNED),
    ("no report after the order was noted", "aftercare/workflow/sanction_statement.py", "    if sanction.order_met is None:\n", "    if True:\n",
     ORDERS + "test_not_met_it_is_over_with_reports_and_the_provider_reads_why"),
    ("a day's other visits are said first", "aftercare/forms/monitoring.py", "against=self.against_team if busy else None, ", "",
     "tests/aftercare/test_watching_pages.py::test_what_the_team_does_that_day_is_said_before_the_visit_is_planned_and_moved"),
    ("the manager hears of a late corrective action", "aftercare/watching_notices.py", "(-7, -1, 0, 7, 14)", "(-7, -1, 0, 7)",
     "tests/aftercare/test_correction.py::test_a_late_one_is_reminded_of_on_its_days_and_at_fourteen_the_manager_hears_once"),
]
