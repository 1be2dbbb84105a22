"""Digital badges follow the register, and are signed once."""

T = 'tests/certification/test_badge.py::'
QUERIES, WORKFLOW = 'certification/queries/badge.py', 'certification/workflow/badge.py'

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ('a badge that was revoked is taken back', QUERIES,
     'if state in (State.REVOKED, State.SURRENDERED, State.SUPERSEDED) or', 'if', T + 'test_the_status_lists_follow_the_register'),
    ('a badge that is suspended says so', QUERIES,
     'if state == State.SUSPENDED:', 'if False:', T + 'test_a_suspension_that_begins_and_ends_by_its_dates_is_followed'),
    ('a badge that was corrected is taken back', QUERIES,
     ' or row.says != latest:', ':', T + 'test_what_was_corrected_takes_the_older_version_back'),
    ('a badge is signed once', WORKFLOW,
     '    if badge.made_at:\n        return badge\n', '', T + 'test_it_is_stored_once_and_served_byte_for_byte'),
    ('a status list is signed anew before it lapses', QUERIES,
     ' or kept[purpose].made_at < old]', ']', T + 'test_a_status_list_is_signed_anew_before_it_lapses_and_hides_who_is_in_it'),
    ('an older key stays published', 'certification/views/badge.py',
     'list(queries.badge_keys(request.agency))[::-1]', 'list(queries.badge_keys(request.agency))[-1:]',
     T + 'test_a_new_key_signs_and_the_old_one_stays_published'),
]
