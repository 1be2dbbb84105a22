"""Results of the evaluation: nobody hears of them early, nothing changes under the committee, and what is final is so for all."""

T, P = "tests/agencies/test_result.py::", "tests/agencies/test_result_pages.py::"
W = "agencies/workflow/"
CALC, PRE, OBJ, COM, FIN, DIS = (f"{W}{name}.py" for name in (
    "calculation", "preliminary", "objection", "result_committee", "result_final", "disclosure"))
IN_TIME = T + "test_an_agency_objects_once_to_an_indicator_and_in_time"
WAITS = T + "test_the_committee_waits_for_the_end_of_objections_and_for_every_answer"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("result: an agency calculates nothing", CALC, "    require(can_calculate(actor))\n    refuse_if(not row.is_assessed,",
     "    refuse_if(not row.is_assessed,", T + "test_the_agency_itself_calculates_nothing"),
    ("result: nothing is calculated that lacks something", CALC, "    _refuse_missing(inputs)\n    before", "    before",
     T + "test_who_lacks_a_rating_is_named_with_the_indicator_and_not_calculated"),
    ("result: calculated anew with a reason", CALC, "refuse_if(before and not reason,", "refuse_if(False,",
     T + "test_bonus_counts_from_the_next_calculation_which_says_why"),
    ("result: what is decided stays", CALC, "refuse_if(ResultDecision.everything.filter(participation=row).exists(),", "refuse_if(False,",
     T + "test_what_the_committee_confirms_is_decided_and_the_agency_sees_nothing_of_it"),
    ("result: nothing changes under the committee", CALC, "refuse_if(open_items([row.public_id]).exists(),", "refuse_if(False,", WAITS),
    ("result: a bonus within what the set allows", CALC, "refuse_if(abs(points) > most,", "refuse_if(False,",
     T + "test_a_bonus_beyond_what_the_set_allows_is_refused"),
    ("result: the notice goes to all or to nobody", PRE, "    refuse_if(lacking,", "    refuse_if(False and lacking,",
     T + "test_the_notice_goes_to_all_at_once_or_to_nobody"),
    ("result: only the manager gives the notice", PRE, "    require(can_tell_results(actor))\n", "", T + "test_only_centrals_manager_gives_it"),
    ("result: its people are told once", PRE, "    if result.noticed_at:\n        return False\n", "",
     T + "test_its_job_tells_the_agencys_people_once_and_the_days_to_object_run_from_the_next_day"),
    ("result: the arrival of an objection decides", OBJ, "refuse_if(arrived_at >= result.objections_until,",
     "refuse_if(clock.now() >= result.objections_until,", IN_TIME),
    ("result: one objection for each indicator", OBJ, "refuse_if(Objection.everything.filter(result=result, indicator=indicator).exists(),",
     "refuse_if(False,", IN_TIME),
    ("result: only the agency's officers object", OBJ, "require(can_object(actor) and result.assessed_id == current_agency_id())",
     "require(True)", T + "test_nobody_objects_to_the_result_of_another_agency_or_for_it"),
    ("result: who is right gets a correction", OBJ, "refuse_if(verdict == Verdict.UPHELD and not correction,", "refuse_if(False,",
     T + "test_an_objection_that_is_upheld_corrects_and_calculates_anew_and_the_agency_sees_no_new_total"),
    ("result: an objection is answered once", OBJ, "refuse_if(ObjectionAnswer.everything.filter(objection=objection).exists(),",
     "refuse_if(False,", T + "test_an_objection_that_is_rejected_says_why_and_changes_nothing"),
    ("result: the committee waits for the end of objections", COM, "refuse_if(clock.now() < result.objections_until,", "refuse_if(False,",
     WAITS),
    ("result: the committee waits for every answer", COM, "refuse_if(unanswered(actor, [result]),", "refuse_if(False,", WAITS),
    ("result: who belongs to the agency stands back", COM, "    for user in tied_members(meeting, row.assessed):", "    for user in ():",
     T + "test_who_belongs_to_the_agency_takes_no_part"),
    ("result: final only when all are decided", FIN, "refuse_if(not lines or open_ones,", "refuse_if(False,",
     T + "test_all_become_final_at_once_with_the_directors_approval_and_letters_are_written"),
    ("result: what is approved is what was read", FIN, "refuse_if(seen != digest_of(lines),", "refuse_if(False,",
     T + "test_what_changed_after_the_page_was_read_is_not_approved"),
    ("result: published when all are final", DIS, "    refuse_if(not lines or open_ones,", "    refuse_if(False and open_ones,",
     P + "test_the_way_from_the_committee_to_the_public_page"),
    ("result: a grade is entered with a year", DIS, "refuse_if(is_assessed and not grade,", "refuse_if(False and grade,",
     P + "test_a_year_before_this_system_is_entered_and_says_so"),
]
