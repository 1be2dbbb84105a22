"""The city's assent, what changed since the draft, minutes that have passed."""

ASSENT, CITY = "tests/panels/test_assent.py", "tests/desk/test_announcement_city.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("the city agrees before the director", "panels/workflow/approval.py",
     'refuse_if(approval.waits_for_city, _("The city has to agree first."))', "", f"{ASSENT} {CITY}"),
    ("only an observer of the city agrees", "panels/permissions.py", "return actor.has(Role.OBSERVER)", "return True", ASSENT),
    ("the city agrees only where it was asked", "panels/workflow/approval.py",
     "refuse_if(approval.stage != ApprovalStage.RELEASED or not approval.needs_assent,", "refuse_if(False,", ASSENT),
    ("the city agrees once", "panels/workflow/approval.py", 'refuse_if(approval.assented_at, _("The city has agreed already."))', "", ASSENT),
    ("the city agrees to exactly what was released", "panels/workflow/approval.py",
     'require(can_assent(actor))\n    refuse_if(approval.stage != ApprovalStage.RELEASED or not approval.needs_assent, _("It does not wait for the '
     'city."))\n    refuse_if(approval.assented_at, _("The city has agreed already."))\n    refuse_if(digest != approval.digest,',
     'require(can_assent(actor))\n    refuse_if(approval.stage != ApprovalStage.RELEASED or not approval.needs_assent, _("It does not wait for the '
     'city."))\n    refuse_if(approval.assented_at, _("The city has agreed already."))\n    refuse_if(False,', ASSENT),
    ("who released it does not agree to it", "panels/workflow/approval.py",
     'refuse_if(has_drafted_or_released(actor, approval), _("You have drafted or released this yourself. Somebody else has to agree to it."))',
     "", ASSENT),
    ("who agreed for the city does not approve", "panels/permissions.py", "approval.released_by, approval.assented_by) if user",
     "approval.released_by) if user", ASSENT),
    ("the city sends back only what waits for it", "panels/workflow/approval.py", "(approval.waits_for_city and can_assent(actor))",
     "can_assent(actor)", ASSENT),
    ("a change undoes the assent", "panels/workflow/approval.py", "    approval.assented_by = approval.assented_at = None\n", "", ASSENT),
    ("the database wants the assent", "panels/migrations/0006_announcing.py", "('needs_assent', False)", "('stage', 'approved')", ASSENT),
    ("the city sees what it was asked about, and only that", "evaluations/models/announcement.py", "needs_assent=True, stage__in", "stage__in",
     f"{CITY} -k does_not_ask"),
    ("the city sees nothing before the release", "evaluations/models/announcement.py",
     "stage__in=(ApprovalStage.RELEASED, ApprovalStage.APPROVED)", "stage__in=ApprovalStage", f"{CITY} -k only_while"),
    ("the city is led to no case", "templates/desk/parts/announced_case.html", "{% if reads_cases %}<a", "{% if 1 %}<a", f"{CITY} -k only_while"),
    ("a past minute is refused", "evaluations/workflow/announcement.py", "refuse_if(planned_for <= clock.now() - A_MINUTE,", "refuse_if(False,",
     f"{CITY} -k past_minute"),
    ("another day than the letters say is refused", "evaluations/workflow/announcement.py", "refuse_if(over, _(\"Its day,", "refuse_if(False, _(\"Its day,",
     f"{CITY} -k another_day"),
    ("every draft is kept", "evaluations/workflow/announcement.py", "    panels.redraft(approval, _keep_draft(announcement),",
     "    panels.redraft(approval, digest_of(announcement),", f"{CITY} -k 'since_the_draft or anew'"),
    ("places that are given count once", "evaluations/queries/announcement.py", "awarded.exclude(announcement=but).count()",
     "told.count()", f"{CITY} -k places"),
    ("the last day of an appeal rolls over holidays", "evaluations/workflow/letters.py", "last_day_from(HAND_IN, told_on)",
     "told_on + (date(2026, 1, 31) - date(2026, 1, 1))", "tests/evaluations/test_letters.py -k holiday"),
]
