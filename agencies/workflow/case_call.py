"""A call for excellent cases: drafted and changed at Central, published to all agencies."""
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Agency
from agencies.case_notices import CALL_DUE
from agencies.case_permissions import can_follow_cases, can_keep_calls, can_publish_calls
from agencies.models import CaseCall, CaseCriterion, CaseInvitation
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import keep_days, notify

MOST = 100                  # points of all criteria together


@transaction.atomic
def draft_call(*, criteria, actor, **facts):
    """A draft that only Central reads. `criteria`: [(name in Korean, in English, points)]."""
    require(can_keep_calls(actor))
    call = _written(CaseCall(), criteria, facts)
    record("case_call.drafted", call, actor=actor, year=call.year, points=sum(points for _ko, _en, points in criteria))
    return call


@transaction.atomic
def change_call(call, *, base_version, criteria, actor, **facts):
    """As long as it is a draft: what agencies wrote by stays."""
    call = lock(call)
    require(can_keep_calls(actor))
    refuse_if(call.published_at, _("The call is published and stays as it is."))
    refuse_if(call.version != base_version, _("Somebody else has changed this call meanwhile. Load the page again to see it."))
    call.version += 1
    call = _written(call, criteria, facts)
    record("case_call.changed", call, actor=actor, version=call.version)
    return call


def _written(call, criteria, facts):
    _refuse_senseless(criteria, facts)
    for name, value in facts.items():
        setattr(call, name, value)
    try:
        with transaction.atomic():
            call.save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "a_call_of_a_title_once_a_year":
            raise
        raise Refused(_("There is a call of this title in this year already."), "title_ko") from None
    CaseCriterion.everything.filter(call=call).delete()
    CaseCriterion.everything.bulk_create(CaseCriterion(call=call, position=place, name_ko=ko, name_en=en, points=points)
                                         for place, (ko, en, points) in enumerate(criteria))
    return call


def _refuse_senseless(criteria, facts):
    refuse_if(facts["closes_at"] <= facts["opens_at"], _("It closes before it opens."), field="closes_at")
    refuse_if(not facts["themes"], _("Name at least one field."), field="themes")
    refuse_if(not criteria, _("Name at least one criterion with its points."), field="criteria")
    total = sum(points for _ko, _en, points in criteria)
    refuse_if(total != MOST, _("The points of all criteria together are %(total)d. They have to be %(most)d."), field="criteria",
              total=total, most=MOST)


@transaction.atomic
def publish_call(call, *, actor):
    """From now on every agency reads it; each that is open is invited, and its own job tells its people."""
    call = lock(call)
    require(can_publish_calls(actor))
    refuse_if(call.published_at, _("The call is published already."))
    refuse_if(call.closes_at <= clock.now(), _("It would be over already. Change the time it closes."))
    call.published_at = clock.now()
    call.save(update_fields=["published_at"])
    due_on = last_day_of(call)
    invited = [one for one in Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).order_by("pk")
               if one.closed_on is None or one.closed_on > clock.today()]
    CaseInvitation.everything.bulk_create(CaseInvitation(call=call, invited=one, title_ko=call.title_ko, title_en=call.title_en,
                                                         due_on=due_on) for one in invited)
    record("case_call.published", call, actor=actor, invited=len(invited), due_on=due_on)
    return call


def last_day_of(call):
    """Seoul's date of the last moment that is in time."""
    return clock.seoul(call.closes_at - timedelta(microseconds=1)).date()


@transaction.atomic
def notice_invitation(invitation, *, actor):
    """At the agency, by its job: its people are told once the call is open, and reminded of the last day."""
    require(can_follow_cases(actor))
    invitation = lock(invitation)
    if invitation.noticed_at or not invitation.call.is_open():
        return False
    invitation.noticed_at = clock.now()
    invitation.save(update_fields=["noticed_at"])
    keep_days([invitation], kind=CALL_DUE, actor=actor)
    notify("cases.call_open", invitation, actor=actor, link=("case_invitation", invitation.public_id), due_on=invitation.due_on)
    record("case_call.noticed", invitation, actor=actor, due_on=invitation.due_on)
    return True
