"""Who is tied decides nothing and hears of no unannounced visit; what ends later; heard after a suspension at once."""

T, E, H = (f"tests/aftercare/test_{noun}.py::" for noun in ("tied", "ends_later", "heard_after"))
DUTY, PEOPLE, SAID = "aftercare/workflow/duty.py", "aftercare/queries/duty_people.py", "aftercare/workflow/sanction_statement.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("tied: who is tied finds no form", "templates/desk/duty_new.html", "{% if not tied or form.is_bound %}", "{% if True %}",
     T + "test_who_is_tied_finds_the_reason_in_the_place_of_the_form"),
    ("tied: nothing typed is lost", "desk/tied.py", "        form.add_error(None, tied)\n", "        pass\n",
     T + "test_what_was_typed_before_the_tie_was_known_is_not_lost"),
    ("tied: no reminder of an unannounced visit", PEOPLE, "accounts_holding(Role.OFFICER).exclude(pk__in=duty.kept_from)",
     "accounts_holding(Role.OFFICER)", T + "test_reminders_of_an_unannounced_visit_go_to_nobody_who_is_tied"),
    ("tied: what differs in who may hear it is told apart", "correspondence/workflow/reminders.py",
     "kind.apart and getattr(subject, kind.apart)", "None",
     T + "test_visits_are_told_of_apart_where_somebody_is_tied_to_one_and_together_otherwise"),
    ("tied: who is tied prolongs nothing", "certification/workflow/certificate_events.py", "    refuse_if(is_tied(actor, certificate.provider),",
     "    refuse_if(False,", T + "test_a_director_who_is_tied_does_not_prolong_and_reads_why"),
    ("later: duties until the day before", DUTY, "refuse_if(due_on > certificate.last_day,", "refuse_if(due_on > certificate.valid_to,",
     E + "test_a_duty_can_be_demanded_and_moved_until_the_day_before"),
    ("later: the plan ends with it", DUTY, "windows(rule, certificate.valid_from, certificate.last_day)",
     "windows(rule, certificate.valid_from, certificate.valid_to)",
     E + "test_the_plan_holds_until_the_day_on_which_it_is_given_back"),
    ("later: an order is followed once", "aftercare/queries/sanction.py", "filter(~Exists(follow_up), order_met=False)", "filter(order_met=False)",
     E + "test_an_order_that_was_not_met_is_followed_once"),
    ("later: a visit that passes on is declared about anew", "aftercare/workflow/succession.py", "        declare_anew(monitoring)\n",
     "        pass\n", E + "test_whoever_goes_there_declares_anew_about_the_successor"),
    ("heard after: until it is decided", SAID, "if sanction.urgent_at is None or not sanction.is_open:", "if sanction.urgent_at is None:",
     H + "test_once_it_is_decided_nothing_more_is_said_to_it"),
]
