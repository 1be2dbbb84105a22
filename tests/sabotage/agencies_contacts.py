"""The contact book: whose lines are read by whom, kept by whom, and what two at once may not do."""

T = "tests/agencies/test_contacts.py::"
MODEL, WORK, READ, VIEW = ("agencies/models/contact.py", "agencies/workflow/contact.py", "agencies/queries/contact.py",
                           "desk/views/contact.py")

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("contacts: citizens read what is meant for them", MODEL, "stands if actor.is_staff else stands & models.Q(is_public=True)", "stands",
     T + "test_citizens_read_only_what_is_meant_for_them_and_only_of_this_agency"),
    ("contacts: what was taken out nobody reads", MODEL, "stands = models.Q(ended_at=None)", "stands = models.Q()",
     T + "test_what_was_added_changed_and_ended_is_on_record"),
    ("contacts: the public page is one agency's", READ, "filter(agency=current_agency_id(), is_public=True)",
     "filter(is_public=True)", T + "test_citizens_read_only_what_is_meant_for_them_and_only_of_this_agency"),
    ("contacts: a closed agency is called no more", READ, ".filter(Q(agency__closed_on=None) | Q(agency__closed_on__gt=clock.today()))", "",
     T + "test_a_closed_agency_is_in_nobodys_book"),
    ("contacts: not everybody adds", WORK, "    require(can_keep_contacts(actor))\n    contact = Contact(", "    contact = Contact(",
     T + "test_lines_are_kept_by_officers_managers_and_who_administers_alone"),
    ("contacts: not everybody changes", WORK, "    require(can_keep_contacts(actor))\n    refuse_if(contact.ended_at",
     "    refuse_if(contact.ended_at",
     T + "test_lines_are_kept_by_officers_managers_and_who_administers_alone"),
    ("contacts: not everybody ends", WORK, "    require(can_keep_contacts(actor))\n    if contact.ended_at", "    if contact.ended_at",
     T + "test_lines_are_kept_by_officers_managers_and_who_administers_alone"),
    ("contacts: an older line is not written over", WORK, "contact.version != base_version", "False",
     T + "test_who_wrote_on_an_older_line_is_told_and_nothing_is_lost"),
    ("contacts: once for a function", "agencies/migrations/0005_contacts.py", 'fields=("agency", "function", "name")',
     'fields=("agency", "function", "name", "changed_at")',
     T + "test_a_person_stands_once_for_a_function_and_again_after_being_taken_out"),
    ("contacts: somebody can be reached", WORK, "refuse_if(not (contact.phone or contact.email),", "refuse_if(False,",
     T + "test_a_line_needs_a_telephone_or_an_address"),
    ("contacts: the public page follows", WORK, "        renew_public_pages(current_agency())\n    return contact", "    return contact",
     T + "test_the_public_page_shows_whom_to_call_and_changes_at_once"),
    ("contacts: another agency's line is not opened", VIEW, "queries.own_contacts(request.actor)",
     "queries.in_the_book(request.actor)",
     T + "test_another_agencys_line_is_read_and_not_opened"),
    ("contacts: what somebody else wrote is shown", VIEW, '"theirs": form.newer_in(contact)', '"theirs": []',
     T + "test_a_line_that_somebody_else_changed_shows_their_words_beside_what_was_typed"),
    ("contacts: taking out is asked once more", "templates/desk/contact.html", '<details class="folded">', '<details class="folded" open>',
     T + "test_taking_a_line_out_is_asked_once_more"),
]
