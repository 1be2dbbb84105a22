"""The page of an agency's nomination put together: the case as it will be read, its pictures, what may be done now."""
from agencies import case_permissions as permissions
from agencies.forms.nomination import HandInNominationForm, PictureForm
from agencies.forms.report import SendBackForm
from agencies.queries import nomination as queries
from agencies.stages import NominationStage
from agencies.workflow.nomination_approval import digest_of, nominated_before
from desk.pages import desk_page
from panels.stages import ApprovalStage


def nomination_page(request, row, **forms):
    return desk_page(request, "desk/case_nomination.html", everything_of_nomination(request, row, **forms))


def everything_of_nomination(request, row, *, picture=None, back=None, hand_in=None):
    """`picture`, `back`, `hand_in`: a form that came back with something to correct."""
    actor = request.actor
    may_write = row.is_draft and permissions.can_nominate(actor)
    return {"row": row, "case": row, "call": row.call, "pictures": queries.own_pictures(actor).filter(nomination=row).order_by("pk"),
            "before": nominated_before(row), "steps": queries.steps_of_nomination(row), "may_write": may_write,
            "picture": (picture or PictureForm()) if may_write else None, "is_late": row.is_draft and not row.call.is_open(),
            **deeds(actor, row, back, hand_in)}


def deeds(actor, row, back, hand_in):
    """What may be done now; the workflow asks again."""
    approval = queries.approval_of_nomination(row) if row.stage == NominationStage.RELEASED else None
    stage, digest = (approval.stage, digest_of(row)) if approval else ("", "")
    may_hand_in = stage == ApprovalStage.RELEASED and permissions.can_hand_in_nomination(actor)
    can_go = row.stage in (NominationStage.DRAFT, NominationStage.SUBMITTED) and row.call.judging_at is None
    return {"digest": digest, "waits_for_manager": stage == ApprovalStage.DRAFTED,
            "may_release": stage == ApprovalStage.DRAFTED and permissions.can_release_nomination(actor),
            "hand_in": hand_in or (HandInNominationForm(initial={"seen": digest}) if may_hand_in else None),
            "back": back or (SendBackForm(prefix="back") if approval and permissions.can_send_nomination_back(actor) else None),
            "may_withdraw": can_go and permissions.can_nominate(actor)}
