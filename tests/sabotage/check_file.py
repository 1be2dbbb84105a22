"""Check this PDF: the hash first, the signature second, in a jail, and not for masses."""

T = 'tests/certification/test_check_file.py::'
CHECK, VIEW, READING = 'certification/file_check.py', 'certification/views/check_file.py', 'core/signature_reading.py'

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ('an older version is not the one', CHECK,
     'Kind.REPLACED if found.newer > found.version else Kind.ISSUED', 'Kind.ISSUED',
     T + 'test_a_version_that_was_replaced_is_genuine_and_no_longer_the_one'),
    ('what was added behind a signature is found', CHECK,
     'if ours and not state["intact"]:', 'if ours and not original and not state["intact"]:',
     T + 'test_all_altered_and_foreign_files_are_found'),
    ('a signature of somebody else is not ours', CHECK,
     'ours = bool(state.get("trusted"))', 'ours = bool(state.get("signed"))',
     T + 'test_all_altered_and_foreign_files_are_found'),
    ('files are not opened in masses', VIEW,
     'reserve(f"verify-file:{peer(request)}", FILES_A_MINUTE, SECONDS) and', 'True and',
     T + 'test_who_hands_in_many_files_waits_and_known_ones_are_still_answered'),
    ('hashes are not guessed', VIEW,
     '    if too_often(request):\n', '    if False:\n', T + 'test_hashes_are_not_guessed_in_masses'),
    ('no file is opened without the counters', VIEW,
     '    except Unavailable:\n        return _(', '    except Unavailable:\n        return None and _(',
     T + 'test_without_the_counters_no_file_is_opened_and_known_ones_are_answered'),
    ('a file that is too large is not opened', 'certification/forms/check_file.py',
     'if file.size > settings.FILE_LIMIT:', 'if False:', T + 'test_a_file_of_more_than_50_megabytes_is_not_opened'),
    ('the signature covers the whole file', READING,
     'status.intact and status.valid and whole', 'status.intact and status.valid',
     T + 'test_poppler_says_the_same_of_every_signature'),
]
