"""A certificate after it was given: expiry, new versions, giving back."""

X, V = 'tests/certification/test_certificate_expiry.py::', 'tests/certification/test_certificate_versions.py::'
S, D = 'tests/certification/test_certificate_surrender.py::', 'tests/desk/test_certificate.py::'
EXPIRY, VERSIONS = 'certification/workflow/certificate_expiry.py', 'certification/workflow/certificate_versions.py'
SURRENDER, EVENTS = 'certification/workflow/certificate_surrender.py', 'certification/workflow/certificate_events.py'
RACES = 'tests/certification/test_certificate_life_races.py::'

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ('an expiry is noted once', EXPIRY,
     ' or certificate.events.filter(kind=Kind.EXPIRED).exists()', '', X + 'test_who_has_looked_before_the_lock_writes_nothing_after_it'),
    ('nothing expires before its last day is over', EXPIRY,
     'certificate.valid_to >= clock.today() or', '', X + 'test_it_is_noted_from_midnight_on_and_not_a_minute_before'),
    ('what ended otherwise does not expire', EXPIRY,
     'if certificate.ended_on or certificate.valid_to >=', 'if certificate.valid_to >=',
     X + 'test_what_ended_otherwise_does_not_expire_as_well'),
    ('an expiry of long ago is no news', 'certification/workflow/certificate_told.py',
     ' or (kind == Kind.EXPIRED and (clock.today() - on).days > NEWS_FOR)', '', X + 'test_long_over_it_is_noted_and_is_no_news'),
    ('the expiry of one holds up no other', 'certification/tasks/certificate.py',
     '%s failed for certificate %s of agency %s", work.__name__, certificate.public_id, agency.pk)\n        return None',
     '%s failed for certificate %s of agency %s", work.__name__, certificate.public_id, agency.pk)\n        raise',
     X + 'test_one_that_fails_holds_up_no_other'),
    ('its people are told each change', EVENTS,
     '    tell(certificate, kind, on=on,', '    kind in () and tell(certificate, kind, on=on,',
     S + 'test_its_people_are_told_each_change_with_day_and_reason'),
    ('what was replaced is marked', VERSIONS,
     'earlier.filter(replaced_at=None).update(replaced_at=clock.now())', 'pass',
     V + 'test_a_lost_paper_is_made_anew_with_a_higher_version_and_nothing_else_changes'),
    ('what was replaced before it was made is never made', 'certification/workflow/certificate_documents.py',
     'document.made_at or document.replaced_at', 'document.made_at',
     V + 'test_what_was_not_made_yet_is_never_made_once_it_is_replaced'),
    ('nothing is printed anew of what is not in force', VERSIONS,
     'refuse_if(certificate.ended_on or certificate.state not in STANDS,', 'refuse_if(False,',
     V + 'test_nothing_is_printed_anew_of_what_is_not_in_force'),
    ('what is approved is what was read', VERSIONS,
     'refuse_if(seen != digest_of(revision),', 'refuse_if(False,', V + 'test_the_director_approves_what_was_released_and_read'),
    ('a certificate that ends closes its correction', 'certification/workflow/certificate_ends.py',
     'revision.dropped_at = clock.now()', 'pass', V + 'test_revoked_while_it_is_being_approved_it_is_dropped'),
    ('the desk issues anew, nobody else', 'certification/permissions.py',
     'which the director approves."""\n    return actor.has(Role.OFFICER, Role.MANAGER)', 'which the director approves."""\n    return True',
     V + 'test_officers_and_managers_issue_anew'),
    ('only an owner gives back', SURRENDER,
     'certificate = lock(certificate)\n    require(can_ask_surrender(actor, certificate))', 'certificate = lock(certificate)',
     S + 'test_only_an_owner_asks'),
    ('not before the day the provider wished for', SURRENDER,
     'refuse_if(on < asked.wished_on,', 'refuse_if(False,', S + 'test_once_at_a_time_and_not_before_the_day_wished_for'),
    ('what is answered is not answered again', SURRENDER,
     'refuse_if(asked.answered_at,', 'refuse_if(False,', S + 'test_declined_with_a_reason_or_taken_back_it_stays'),
    ('a file is kept with the certificate locked', 'certification/workflow/certificate_documents.py',
     'certificate = lock(document.certificate)', 'certificate = document.certificate',
     RACES + 'test_a_file_that_is_kept_while_it_is_revoked_does_not_make_the_register_forget'),
]
