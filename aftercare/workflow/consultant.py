"""Who stands on the consultants' list, and what is noted of each."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Role
from aftercare.models import Consultant, ConsultantDistrict, ConsultantService
from aftercare.permissions import can_keep_consultants, can_keep_entry_of
from core import clock
from core.versions import keep_words
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def add_consultant(user, *, actor):
    """Take somebody with the consultant's role onto the list. What they know is noted afterwards, here or by themselves."""
    require(can_keep_consultants(actor))
    acts = Membership.everything.filter(user=user, role=Role.CONSULTANT, ended_at=None).exists()
    refuse_if(not acts, _("This person is not a consultant of the agency. Give them that role first."), field="user")
    one, is_new = Consultant.everything.get_or_create(user=user, defaults={"added_at": clock.now()})
    refuse_if(not is_new, _("This person is on the list already."), field="user")
    record("consultant.added", one, actor=actor, account=user.pk)
    return one


@transaction.atomic
def keep_consultant(consultant, *, service_types, districts, areas, weekdays, most_at_once, about, base_version, actor):
    """What they know, where and when they come. Returns core.versions.Kept: with a conflict nothing is changed."""
    consultant = lock(consultant)
    require(can_keep_entry_of(actor, consultant))
    refuse_if(not 1 <= most_at_once <= 99, _("Write a number from 1 to 99."), field="most_at_once")
    words = {"areas": sorted(areas), "weekdays": sorted(weekdays), "most_at_once": most_at_once, "about": about}
    kept = keep_words(consultant, words, base_version=base_version, saved_at=clock.now())
    if kept.conflict:
        return kept
    ConsultantService.everything.filter(consultant=consultant).exclude(service_type__in=service_types).delete()
    ConsultantDistrict.everything.filter(consultant=consultant).exclude(district__in=districts).delete()
    for service in service_types:
        ConsultantService.everything.get_or_create(consultant=consultant, service_type=service)
    for district in districts:
        ConsultantDistrict.everything.get_or_create(consultant=consultant, district=district)
    record("consultant.kept", consultant, actor=actor, services=[one.pk for one in service_types],
           districts=[one.pk for one in districts], areas=words["areas"], weekdays=words["weekdays"], most=most_at_once)
    return kept


@transaction.atomic
def set_consultant_active(consultant, is_active, *, actor):
    """Whether they may be asked just now. What they have in hand goes on."""
    consultant = lock(consultant)
    require(can_keep_entry_of(actor, consultant))
    if consultant.is_active != is_active:
        consultant.is_active = is_active
        consultant.save(update_fields=["is_active"])
        record("consultant.activated" if is_active else "consultant.set_aside", consultant, actor=actor)
    return consultant
