"""The groups of assessors: who rates which area, who leads, and where each lives and works."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import AssessorPlace, Consensus, GroupMember, IndicatorSet, Participation, RatingSheet
from agencies.permissions import can_keep_groups
from agencies.queries.group import fitness_of, judged_areas
from agencies.workflow.consensus import settle_consensus
from core import clock
from core.workflow import lock, record, refuse_if, require
from panels.fitness import hindrances


@transaction.atomic
def add_to_group(indicator_set, area, user, *, home, work, actor, is_lead=False):
    """Somebody of the pool, with the provinces of their home and their work. Who leads is followed by whoever leads from now on."""
    indicator_set = lock(IndicatorSet.everything.get(pk=indicator_set.pk))
    require(can_keep_groups(actor))
    refuse_if(indicator_set.published_at is None, _("This set is not frozen yet."))
    refuse_if(area not in judged_areas(actor, indicator_set), _("Nothing of this area is rated by assessors."), field="area")
    member = fitness_of(actor, user)
    refuse_if(member is None, _("This person is not in the assessor pool."), field="user")
    refuse_if(user.person_id is None, _("It is not known who this person is: name, birth date and mobile number are missing."),
              field="user")
    against = hindrances(member, clock.today())
    refuse_if(against, " ".join(against), field="user")
    there = GroupMember.everything.filter(area=area, ended_at=None)
    refuse_if(there.filter(user=user).exists(), _("This person is in the group of this area already."), field="user")
    keep_place(user, home=home, work=work, actor=actor)
    if is_lead:
        there.update(is_lead=False)
    row = GroupMember.everything.create(indicator_set=indicator_set, area=area, user=user, is_lead=is_lead or not there.exists(),
                                        joined_at=clock.now())
    record("management.group_joined", row, actor=actor, account=user.pk, area=area.pk, is_lead=row.is_lead)
    return row


def keep_place(user, *, home, work, actor):
    """For those who have asked whether the actor may."""
    row, is_new = AssessorPlace.everything.get_or_create(user=user, defaults={"home": home, "work": work, "noted_at": clock.now()})
    if not is_new and (row.home_id, row.work_id) != (home.pk, work.pk):
        row.home, row.work, row.noted_at = home, work, clock.now()
        row.save(update_fields=["home", "work", "noted_at"])
    record("management.place_noted", row, actor=actor, account=user.pk, home=home.pk, work=work.pk)
    return row


@transaction.atomic
def leave_group(member, *, actor):
    """From now on they rate nothing more in this area; sheets that are not closed end."""
    lock(IndicatorSet.everything.get(pk=member.indicator_set_id))
    member = lock(member)
    require(can_keep_groups(actor))
    refuse_if(member.ended_at, _("This person has left the group already."))
    member.ended_at = clock.now()
    member.save(update_fields=["ended_at"])
    if member.is_lead:
        following = GroupMember.everything.filter(area=member.area_id, ended_at=None).order_by("pk").first()
        GroupMember.everything.filter(pk=member.pk).update(is_lead=False)
        GroupMember.everything.filter(pk=following and following.pk).update(is_lead=True)
    record("management.group_left", member, actor=actor, account=member.user_id, area=member.area_id)
    sheets = RatingSheet.everything.filter(area=member.area_id, user=member.user_id, ended_at=None)
    for participation in Participation.everything.filter(pk__in=sheets.order_by().values("participation")).order_by("pk"):
        lock(participation)
    for sheet in end_sheets(sheets, _("Left the group."), actor=actor):
        settle_consensus(sheet.participation, sheet.area, actor=actor)
    return member


@transaction.atomic
def lead_group(member, *, actor):
    """From now on this one leads."""
    lock(IndicatorSet.everything.get(pk=member.indicator_set_id))
    member = lock(member)
    require(can_keep_groups(actor))
    refuse_if(member.ended_at, _("This person has left the group already."))
    GroupMember.everything.filter(area=member.area_id, ended_at=None).exclude(pk=member.pk).update(is_lead=False)
    member.is_lead = True
    member.save(update_fields=["is_lead"])
    record("management.group_led", member, actor=actor, account=member.user_id, area=member.area_id)
    return member


def end_sheets(sheets, reason, *, actor):
    """Those whose area is not closed yet; what a closed one counts stays. For those who hold the set or the participation."""
    ended = []
    for sheet in sheets.select_related("participation"):
        if closed(sheet):
            continue
        sheet.ended_at, sheet.ended_reason = clock.now(), reason
        sheet.save(update_fields=["ended_at", "ended_reason"])
        record("management.sheet_ended", sheet, actor=actor, account=sheet.user_id, reason=reason)
        ended.append(sheet)
    return ended


def closed(sheet):
    """Whether the consensus of its agency and area is closed."""
    return Consensus.everything.filter(participation=sheet.participation_id, area=sheet.area_id, closed_at__isnull=False).exists()
