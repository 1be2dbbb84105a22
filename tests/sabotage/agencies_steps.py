"""Certification in figures and the four steps: no small number leaves an agency, and what is not known is no zero."""

A, S = "tests/agencies/test_aggregates.py::", "tests/agencies/test_four_steps.py::"
SMALL, KEEP, COUNT, STEPS, READ = ("agencies/small_numbers.py", "agencies/workflow/aggregate.py", "desk/counting.py", "agencies/steps.py",
                                   "agencies/queries/steps.py")
HIDES = A + "test_one_to_four_are_hidden_none_and_five_are_told"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("figures: one to four are not told", SMALL, "return count is not None and 0 < count < SMALL", "return False", HIDES),
    ("figures: no sum gives a part away", SMALL, "    hidden = small | {whole for whole, parts in SUMS.items() if small & set(parts)}",
     "    hidden = set(small)", A + "test_no_sum_gives_a_hidden_part_away"),
    ("figures: no median of fewer than five", SMALL, "    hidden |= {key for key, basis in RESTS_ON.items() if basis in small}\n", "",
     A + "test_of_fewer_than_five_no_median_is_told"),
    ("figures: what Central reads is cleared before it is written", KEEP, "counted_at=now, **as_told(counts))", "counted_at=now, **counts)",
     A + "test_small_numbers_never_reach_the_central_institute"),
    ("figures: nobody writes them by hand", KEEP, "    require(can_keep_figures(actor))\n", "", A + "test_nobody_writes_figures_by_hand"),
    ("figures: decided is not announced", COUNT, "AnnouncementItem.objects.visible_to(actor).filter(announcement__announced_at__isnull=False)",
     "AnnouncementItem.objects.visible_to(actor)", A + "test_a_result_counts_once_it_is_announced_and_after_an_appeal_the_last_one"),
    ("figures: what did not change is not noted again", KEEP, "if known.get(year) != counts)", "if True)",
     A + "test_the_job_done_again_changes_nothing_and_says_nothing"),
    ("figures: totals leave out what is hidden and say so", "desk/four_steps.py", "is_hidden=any(cell.is_hidden for cell in cells))",
     "is_hidden=False)", S + "test_central_reads_certification_with_small_numbers_hidden_and_told_why"),
    ("steps: what nobody records is no dash and no zero", STEPS, '            return Cell(_("not recorded yet"))', '            return Cell("0", 0)',
     S + "test_central_reads_all_agencies_of_a_year_and_the_change_against_the_year_before"),
    ("steps: Central reads scores that are published", READ, "published = PublishedResult.objects.visible_to(actor).filter(published_at__isnull=False)",
     "published = PublishedResult.objects.visible_to(actor)", S + "test_what_is_not_published_is_not_shown_to_central_as_a_score"),
    ("steps: a preliminary result says so", READ, 'note = "" if stage == ResultStage.FINAL else _("preliminary")', 'note = ""',
     S + "test_a_preliminary_result_is_marked_and_known_to_nobody_else"),
]
