"""Who is in the assessor pool, and what officers keep of each: what they know, where, qualifications, what ties them to a provider."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Role
from core import clock
from core.workflow import lock, record, refuse_if, require
from panels.models import Employment, PoolDistrict, PoolMember, PoolService, Qualification
from panels.permissions import can_keep_pool, can_note_training
from panels.workflow.entry import employ, plain_number
from panels.workflow.interest import keep_tie


@transaction.atomic
def add_to_pool(user, *, actor, employer_number="", employer_name=""):
    """Take an assessor into the pool. The employer's number is kept as ten digits."""
    require(can_keep_pool(actor))
    is_assessor = Membership.everything.filter(user=user, role=Role.ASSESSOR, ended_at=None).exists()
    refuse_if(not is_assessor, _("This person is not an assessor of the agency. Give them that role first."))
    number = plain_number(employer_number, "employer_number")
    refuse_if(number and not employer_name.strip(), _("Please write the name of the employer."), field="employer_name")
    member, is_new = PoolMember.everything.get_or_create(user=user, left_at=None, defaults={"joined_at": clock.now()})
    refuse_if(not is_new, _("This person is in the pool already."))
    record("pool.joined", member, actor=actor, account=user.pk)
    if employer_name.strip():
        employ(member, name=employer_name, number=number, capacity=Employment.Capacity.EMPLOYED, from_on=None, to_on=None, actor=actor)
    return member


@transaction.atomic
def leave_pool(member, *, actor):
    """From now on they are asked no more; what they have assessed stays."""
    member = lock(member)
    require(can_keep_pool(actor))
    refuse_if(member.left_at, _("This person has left the pool already."))
    member.left_at = clock.now()
    member.save(update_fields=["left_at"])
    record("pool.left", member, actor=actor, account=member.user_id)
    return member


@transaction.atomic
def choose_fields(member, service_types, districts, *, actor):
    """What services this assessor knows, and where they go: from now on these and no others."""
    member = lock(member)
    require(can_keep_pool(actor))
    _refuse_who_left(member)
    PoolService.everything.filter(member=member).exclude(service_type__in=service_types).delete()
    PoolDistrict.everything.filter(member=member).exclude(district__in=districts).delete()
    for service in service_types:
        PoolService.everything.get_or_create(member=member, service_type=service)
    for district in districts:
        PoolDistrict.everything.get_or_create(member=member, district=district)
    record("pool.fields_chosen", member, actor=actor, services=[one.pk for one in service_types], districts=[one.pk for one in districts])
    return member


@transaction.atomic
def choose_limits(member, *, most_cases, may_lead, actor):
    """How many cases they take on at once, and whether they may lead a team."""
    member = lock(member)
    require(can_keep_pool(actor))
    _refuse_who_left(member)
    refuse_if(not 1 <= most_cases <= 99, _("Write a number from 1 to 99."), field="most_cases")
    member.most_cases, member.may_lead = most_cases, may_lead
    member.save(update_fields=["most_cases", "may_lead"])
    record("pool.limits_chosen", member, actor=actor, most_cases=most_cases, may_lead=may_lead)
    return member


@transaction.atomic
def add_qualification(member, *, kind, actor, number="", valid_until=None):
    """A qualification with its last day. Renewed, it is a further one of the same kind; the same kind and number again is a correction."""
    member = lock(member)
    require(can_keep_pool(actor))
    _refuse_who_left(member)
    kind, number = kind.strip(), number.strip()
    refuse_if(not kind, _("Please write which qualification it is."), field="kind")
    row, _is_new = Qualification.everything.update_or_create(member=member, kind=kind, number=number, defaults={"valid_until": valid_until})
    record("pool.qualified", member, actor=actor, qualification=row.pk, valid_until=valid_until)
    return row


@transaction.atomic
def note_training(member, *, kind, number, actor, valid_until=None):
    """By the house's job: a course that qualifies was completed. As `add_qualification`, which officers use."""
    member = lock(member)
    require(can_note_training(actor))
    _refuse_who_left(member)
    row, _is_new = Qualification.everything.update_or_create(member=member, kind=kind, number=number, defaults={"valid_until": valid_until})
    record("pool.qualified", member, actor=actor, qualification=row.pk, valid_until=valid_until)
    return row


@transaction.atomic
def withdraw_training(member, *, number, actor):
    """By the house's job: the course with this number counts as not completed after all. Returns how many entries were taken out."""
    member = lock(member)
    require(can_note_training(actor))
    rows = list(Qualification.everything.filter(member=member, number=number).order_by("pk"))
    for row in rows:
        record("pool.qualification_removed", member, actor=actor, qualification=row.pk, valid_until=row.valid_until)
    Qualification.everything.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


@transaction.atomic
def remove_qualification(qualification, *, actor):
    """It was entered by mistake, or is no longer recognised. The audit trail keeps that it was there."""
    member = lock(qualification.member)
    require(can_keep_pool(actor))
    record("pool.qualification_removed", member, actor=actor, qualification=qualification.pk, valid_until=qualification.valid_until)
    Qualification.everything.filter(pk=qualification.pk).delete()


@transaction.atomic
def note_tie(member, *, kind, business_number, actor, label="", from_on=None, to_on=None):
    """What an officer has learned: related, owns, consulted, employed; with a provider here, or a business by its number."""
    member = lock(member)
    require(can_keep_pool(actor))
    return keep_tie(member.user, kind=kind, business_number=business_number, label=label, from_on=from_on, to_on=to_on, actor=actor)


@transaction.atomic
def enter_assessors(entries, *, actor):
    """A whole spreadsheet: each entry a user with what the file says of them; what it leaves empty stays as it is."""
    require(can_keep_pool(actor))
    for entry in entries:
        member = PoolMember.everything.filter(user=entry["user"], left_at=None).first() or add_to_pool(entry["user"], actor=actor)
        if entry["services"] or entry["districts"]:
            choose_fields(member, entry["services"] or [one.service_type for one in member.services.select_related("service_type")],
                          entry["districts"] or [one.district for one in member.districts.select_related("district")], actor=actor)
        if entry["employer"]:
            employ(member, name=entry["employer"], number=entry["number"], capacity=Employment.Capacity.EMPLOYED,
                   from_on=entry["employed_on"], to_on=None, actor=actor)
        if entry["qualification"]:
            add_qualification(member, kind=entry["qualification"], number=entry["certificate"], valid_until=entry["valid_until"],
                              actor=actor)
        _keep_limits(member, entry, actor)


def _keep_limits(member, entry, actor):
    """What the file says of them; an older file says nothing."""
    said = {name: entry.get(name) for name in ("most_cases", "may_lead")}
    if said != {"most_cases": None, "may_lead": None}:
        choose_limits(member, **{name: getattr(member, name) if value is None else value for name, value in said.items()}, actor=actor)


def _refuse_who_left(member):
    refuse_if(member.left_at, _("This person has left the pool."))
