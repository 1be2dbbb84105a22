"""What joins the parts of aftercare: from a finding or a complaint to a sanction, and what never comes along."""

ORIGINS = "tests/aftercare/test_sanction_origin.py::"
ORIGIN, DRAFT = "aftercare/workflow/sanction_origin.py", "aftercare/workflow/sanction.py"
FOUNDED = "test_what_is_not_confirmed_and_whoever_does_not_handle_it_begins_nothing"
PAPERS = "test_neither_the_reporters_words_nor_the_name_reach_the_papers"

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
]
