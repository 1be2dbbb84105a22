"""Guards of renewing a certificate."""
WORK, T = "evaluations/workflow/renewal.py", "tests/evaluations/test_renewal.py::"
EVENTS, BEGIN, A = "certification/workflow/certificate_events.py", "evaluations/workflow/application.py", "tests/evaluations/test_application.py::"
PAGES = "tests/evaluations/test_renewal_pages.py::"
ASKED, MINUTE = "evaluations/eligibility.py", "evaluations/workflow/announcement_minute.py"

GUARDS = [
    ("renewal: not before its days", ASKED, "    if known.today < opens_on:", "    if False:", T + "test_outside_its_days_no_renewal_begins"),
    ("renewal: not after them", ASKED, "    if known.today > closes_on and not known.is_let_in_late:", "    if False:",
     T + "test_outside_its_days_no_renewal_begins"),
    ("renewal: not while suspended", ASKED, "    if known.is_suspended:", "    if False:",
     T + "test_what_is_not_certified_is_not_renewed_and_what_is_suspended_only_afterwards"),
    ("renewal: a draft is late by its own day", "evaluations/models/application.py",
     "max(min(self.round.closes_at, clock.end_of(self.renewal_closes_on)), self", "max(self.round.closes_at, self",
     T + "test_a_draft_of_a_renewal_is_too_late_with_its_own_day_and_late_access_counts_in_its_place"),
    ("renewal: prolonged at most six months", EVENTS, "refuse_if(to_on > latest,", "refuse_if(False,",
     T + "test_it_is_prolonged_at_most_six_months_beyond_what_it_was_given_for"),
    ("renewal: the six months count from the first last day", EVENTS, "given_until = certificate.given_until or certificate.valid_to",
     "given_until = certificate.valid_to", T + "test_it_is_prolonged_at_most_six_months_beyond_what_it_was_given_for"),
    ("renewal: what was handed in stays in time", ASKED, "    if known.is_in_time:\n", "    if False:\n",
     T + "test_what_was_handed_in_before_its_certificate_was_prolonged_stays_in_time"),
    ("renewal: who is barred begins nothing", BEGIN, "    _refuse_barred(provider, arrived_at)\n", "",
     A + "test_who_is_barred_neither_begins_nor_hands_in_whatever_the_round_asks"),
    ("renewal: who is barred hands in nothing", BEGIN, "    _refuse_barred(application.provider, arrived_at)\n", "",
     A + "test_who_is_barred_neither_begins_nor_hands_in_whatever_the_round_asks"),
    ("renewal: the old one gives its place", MINUTE, "        supersede(replaced, on=day, actor=actor)\n", "        pass\n",
     T + "test_the_new_certificate_comes_in_the_place_of_the_old_one_on_the_same_day"),
    ("renewal: what was handed in is in time", "evaluations/queries/eligibility.py", "is_in_time=application.submitted_at is not None",
     "is_in_time=False", T + "test_a_renewal_that_was_handed_in_is_not_unmet_because_its_days_are_over"),
    ("renewal: no answer is written by itself", WORK, "    EarlierAnswer.everything.bulk_create(",
     "    for answer, row, _r in pairs:\n        answer.explanation = row.explanation\n        answer.save()\n    EarlierAnswer.everything.bulk_create(",
     T + "test_answers_and_documents_of_the_last_cycle_are_laid_beside"),
    ("renewal: what was taken out stays out", WORK, "replaced_at=None, removed_at=None)", "replaced_at=None)",
     T + "test_of_a_document_its_newest_version_comes_along_and_what_was_taken_out_does_not"),
    ("renewal: what was begun is offered no more", "evaluations/queries/renewal.py", "        ~Exists(begun), provider__in=", "        provider__in=",
     PAGES + "test_the_first_page_names_what_can_be_renewed_from_its_first_day_until_somebody_has_begun"),
    ("renewal: what is suspended is not offered", "evaluations/queries/renewal.py", "one.is_in_force and ", "",
     PAGES + "test_while_it_is_suspended_no_page_offers_its_renewal"),
    ("renewal: what nobody looked at has not changed", "evaluations/renewed.py", "    if answer.saved_at is None:\n        return None\n", "",
     PAGES + "test_the_list_says_of_each_indicator_what_was_looked_at_and_whether_it_changed"),
    ("a round asks only what its kind asks", "certification/workflow/requirement.py",
     "refuse_if(set(wanted) - set(requirements_in(round.kind)),", "refuse_if(False,",
     "tests/desk/test_requirements.py -k asks_only_what_its_kind_asks"),
]
