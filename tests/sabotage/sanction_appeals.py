"""Sanctions answered in part, agreed to by the city, told in the reader's language."""

P, C, L = (f"tests/aftercare/test_{noun}.py::" for noun in ("sanction_partly", "sanction_city", "change_letters"))
PART, DECISION, DESK = "aftercare/workflow/sanction_partly.py", "aftercare/workflow/sanction_decision.py", "desk/sanctions.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("in part: a suspension only becomes shorter", PART, "refuse_if(new_to >= sanction.final_to,", "refuse_if(False,",
     P + "test_what_holds_instead_is_less_and_whole"),
    ("in part: six months at most", PART, "refuse_if(months_before(new_to, MONTHS) >= begun,", "refuse_if(False,",
     P + "test_in_the_place_of_a_revocation_a_suspension_lasts_at_most_six_months"),
    ("in part: never of a falsehood", PART, "return sanction.ground != Sanction.Ground.FALSEHOOD and sanction.stage in stages",
     "return sanction.stage in stages", P + "test_of_a_falsehood_nothing_is_upheld_in_part"),
    ("in part: a plaque asked back stays", "certification/workflow/certificate_events.py", "    leave_plaques(certificate, actor=actor)\n", "",
     P + "test_a_revocation_becomes_a_suspension_from_the_same_day_and_a_plaque_asked_back_stays"),
    ("city: the agency says whether it is asked", DECISION, "\"needs_assent\": current_agency().city_assents_sanctions", "\"needs_assent\": False",
     C + "test_the_city_agrees_to_what_was_released_and_then_the_director_approves"),
    ("city: it reads the letter only while it is asked", DESK, "return panels.can_assent(actor) and is_before_the_city(approval)",
     "return panels.can_assent(actor)", C + "test_the_city_reads_the_letter_while_it_waits_for_it_and_nothing_before"),
    ("letters: a fact of a notice is said in the reader's language", "aftercare/workflow/letters.py", "        with override(language):\n            words",
     "        with override(\"en\"):\n            words", L + "test_notices_speak_the_readers_language_whatever_the_desk_speaks"),
]
