"""Follow-up of a result: Central sees no draft, nothing changes once it is approved or sent, nothing is closed twice."""

T, P = "tests/agencies/test_followup.py::", "tests/agencies/test_followup_pages.py::"
W = "agencies/workflow/"
PLAN, WAY, SENT, THROUGH, BEGUN = (f"{W}{name}.py" for name in (
    "improvement_plan", "plan_approval", "progress", "follow_through", "follow_up"))
MODELS = "agencies/models/"
CHECK = T + "test_a_check_lies_within_the_year_once_a_day_and_only_on_an_approved_plan"
ALL_SENT = T + "test_all_open_items_are_sent_at_once_and_central_reads_them_then"
UNSEEN = T + "test_central_sees_nothing_of_a_plan_before_the_director_approved_it"
OVER = T + "test_with_the_last_item_the_plan_is_closed_and_nothing_more_is_reported_of_it"
GIVEN = T + "test_nor_approved_when_its_measure_is_gone_or_its_day_is_over"
ONCE = T + "test_a_remark_is_told_and_an_item_is_closed_once"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("follow-up: only the grades that the set names", "agencies/followup_rules.py", "    return grade in indicator_set.few_below.split()",
     "    return True", T + "test_who_has_a_better_grade_is_not_followed_up_and_may_ask_all_the_same"),
    ("follow-up: told once", BEGUN, "    if row.noticed_at:\n        return False\n", "", T + "test_only_jobs_tell_what_the_other_house_wrote"),
    ("follow-up: no plan before the year is published", PLAN, "refuse_if(not is_published(participation.year),", "refuse_if(False,",
     T + "test_one_plan_a_year_and_none_before_it_is_published"),
    ("follow-up: consulting once the year is published", f"{W}consulting.py", "refuse_if(kind == Consulting.Kind.FOLLOW_UP and",
     "refuse_if(False and", T + "test_follow_up_consulting_is_asked_for_once_the_year_is_published"),
    ("follow-up: an item is done before the next report", PLAN, "refuse_if(day > last,", "refuse_if(False,",
     T + "test_an_item_says_what_who_when_and_what_for_within_the_year"),
    ("follow-up: an older page overwrites no item", PLAN, "refuse_if(item.version != base_version,", "refuse_if(False,",
     T + "test_a_member_of_staff_may_answer_for_it_and_an_older_page_overwrites_nothing"),
    ("follow-up: what the result names stays in the plan", PLAN, "refuse_if(item.origin != ImprovementItem.Origin.ADDED,",
     "refuse_if(False,", T + "test_another_indicator_is_added_once_and_can_be_dropped_but_what_the_result_names_stays"),
    ("follow-up: approved is what was read", WAY, "refuse_if(seen != digest_of(plan),", "refuse_if(False,", GIVEN),
    ("follow-up: nothing is approved without a measure", WAY, "    require(can_approve_plan(actor))\n    _refuse_incomplete(plan)\n",
     "    require(can_approve_plan(actor))\n", GIVEN),
    ("follow-up: Central sees no draft", f"{MODELS}improvement.py", "out=models.Q(central=current_agency_id(), stage__in=OPEN_TO_CENTRAL)",
     "out=models.Q(central=current_agency_id())", UNSEEN),
    ("follow-up: Central sees no report before it is sent", f"{MODELS}progress.py",
     "models.Q(central=current_agency_id(), sent_at__isnull=False)", "models.Q(central=current_agency_id())", ALL_SENT),
    ("follow-up: a check on an approved plan", THROUGH, "refuse_if(not plan.is_approved,", "refuse_if(False,", CHECK),
    ("follow-up: a check that is reported stays", THROUGH, "refuse_if(is_sent(check),", "refuse_if(False,", ALL_SENT),
    ("follow-up: reminders never slide", SENT, "        keep_days([check], kind=CHECK_DUE, actor=actor)",
     "        from correspondence.workflow import hold_day\n        hold_day(check, kind=CHECK_DUE, on=check.due_on, actor=actor)",
     T + "test_a_check_is_told_once_opens_a_report_of_each_item_and_its_reminders_never_slide"),
    ("follow-up: every open item is reported", SENT, "    refuse_if(open_ones, _(\"Every open item", "    refuse_if(False, _(\"Every open item",
     ALL_SENT),
    ("follow-up: nothing is reported of a closed plan", SENT, "    refuse_if(plan.is_over,", "    refuse_if(False,", OVER),
    ("follow-up: nothing is reported of a closed item", SENT, "refuse_if(ItemRemark.everything.filter(item=progress.item_id, closes=True)",
     "refuse_if(ItemRemark.everything.none()", T + "test_nothing_is_reported_of_an_item_that_is_closed"),
    ("follow-up: an item is closed once", THROUGH, "refuse_if(ItemRemark.everything.filter(item=item, closes=True).exists(),",
     "refuse_if(False,", ONCE),
    ("follow-up: Central's manager closes a plan", THROUGH, "plan = _open_plan(plan, can_close_plan(actor))",
     "plan = _open_plan(plan, True)", T + "test_centrals_manager_closes_a_plan_with_open_items_and_says_why"),
    ("follow-up: nothing is shown of a plan that is not approved", "agencies/queries/continued.py",
     "indicator__in=list(indicators),\n                                                              plan__stage__in=OPEN_TO_CENTRAL)",
     "indicator__in=list(indicators))", P + "test_of_a_plan_that_is_not_approved_nothing_is_shown"),
]
