"""Guards of the register's list."""
L, S = 'tests/certification/test_register_list.py::', 'tests/core/test_search.py::'
E = 'tests/certification/test_register_entry.py::'
LIST = 'certification/queries/register_list.py'
SEARCH, MISREAD, FRAMES = 'core/search.py', 'certification/queries/misread.py', 'core/frames.py'

GUARDS = [
    ('initials are found', SEARCH, ', _initial(before) + _initial(now)}', '}',
     S + 'test_terms_find_pieces_initials_and_what_is_still_being_typed'),
    ('a syllable still being typed is found', SEARCH, 'before + _opened(now), ', '',
     S + 'test_terms_find_pieces_initials_and_what_is_still_being_typed'),
    ('names are found with and without spaces', SEARCH, '_pieces("".join(words))', '_pieces(" ".join(words))',
     S + 'test_terms_find_pieces_initials_and_what_is_still_being_typed'),
    ('a search is no longer than is paged', LIST, 'ArraySubquery(rows.order_by().values("pk")[:MOST + 1])', 'ArraySubquery(rows.order_by().values("pk"))',
     L + 'test_a_search_among_more_than_are_paged_is_counted_and_sorted_to_the_limit'),
    ('a number read wrongly is read right', MISREAD, 'piece.translate(LOOK_ALIKE)', 'piece',
     L + 'test_whoever_types_a_number_is_led_to_its_certificate'),
    ('a map is loaded by the setting alone', 'certification/views/register_page.py', 'if settings.MAP_TILE_URL and any(', 'if any(',
     L + 'test_without_an_address_of_tiles_nothing_of_a_map_is_loaded'),
    ('the link to the other language keeps the search', FRAMES, 'query = request.GET.copy()', 'query = QueryDict(mutable=True)',
     L + 'test_the_frame_is_drawn_once_for_all_searches_and_again_when_its_agency_changes'),
    ('a frame follows its agency', FRAMES, ',\n           _facts_of(request.agency))', ')',
     L + 'test_the_frame_is_drawn_once_for_all_searches_and_again_when_its_agency_changes'),
    ('a frame holds no number of one certificate', FRAMES, 'SLOT = re.compile("(?:<|%3C)!--', 'SLOT = re.compile("(?:<)!--',
     E + 'test_certificates_share_a_frame_and_none_stands_in_anothers_page'),
    ('a kept statement is of its day', LIST, '_listed(wanted, clock.today(), months_of_their_own())', '_listed(wanted, None, ())',
     L + 'test_a_statement_that_is_kept_is_asked_for_the_day_that_it_is'),
    ('a kept statement knows how long each agency lists', LIST, '_listed(wanted, clock.today(), months_of_their_own())',
     '_listed(wanted, clock.today(), ())', E + 'test_an_agency_says_how_long_a_revoked_one_stays_in_its_list'),
    ('what stands behind a wall is in no kept statement', 'core/statements.py', 'if walled:', 'if False:',
     'tests/core/test_statements.py::test_what_stands_behind_a_wall_is_not_kept_for_every_agency'),
    ('what has ended is no longer valid now', LIST, 'filter=now[VALID] | now[EXPIRING_SOON]', 'filter=Q()',
     'tests/certification/test_statistics.py::test_ever_certified_counts_what_has_ended_and_valid_now_only_what_is_in_force'),
]
