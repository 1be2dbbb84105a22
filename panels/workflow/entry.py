"""What assessors keep of their own entry in the pool, and officers with them: employers, days away, how many cases.

The yearly pledge is theirs alone."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from panels import pledge
from panels.models import Absence, Employment, Involvement, YearlyPledge
from panels.models.involvement import BUSINESS, business_of
from panels.permissions import can_keep_entry, can_sign_pledge
from panels.workflow.involvement import keep_involvement
from providers import business_number


@transaction.atomic
def add_employer(member, *, name, actor, number="", capacity=Employment.Capacity.EMPLOYED, from_on=None, to_on=None):
    """An employer now or before, or what somebody owns or runs. With its business number it is compared with every applicant."""
    member = lock(member)
    require(can_keep_entry(actor, member))
    refuse_if(member.left_at, _("This person has left the pool."))
    return employ(member, name=name, number=plain_number(number, "number"), capacity=capacity, from_on=from_on, to_on=to_on, actor=actor)


def employ(member, *, name, number, capacity, from_on, to_on, actor):
    """For those who have asked whether the actor may. Entered twice is entered once."""
    refuse_if(not name.strip(), _("Please write the name of the employer."), field="name")
    refuse_if(from_on and to_on and to_on < from_on, _("The last day lies before the first."), field="to_on")
    there = Employment.everything.filter(member=member, name=name.strip(), capacity=capacity, to_on=None).first()
    if there and to_on is None:
        there.business_number, there.from_on = number or there.business_number, from_on or there.from_on
        there.save(update_fields=["business_number", "from_on"])
    else:
        there = Employment.everything.create(member=member, name=name.strip(), business_number=number, capacity=capacity, from_on=from_on,
                                             to_on=to_on)
    record("pool.employer_noted", member, actor=actor, employment=there.pk, capacity=capacity, from_on=from_on, to_on=to_on)
    settle_ties(member, actor=actor)
    return there


@transaction.atomic
def end_employer(employment, *, to_on, actor):
    """The employment has ended, with that last day; for three years it stays a reason to ask."""
    employment = lock(employment)
    require(can_keep_entry(actor, employment.member))
    refuse_if(employment.to_on, _("This employment has ended already."))
    refuse_if(employment.from_on and to_on < employment.from_on, _("The last day lies before the first."), field="to_on")
    refuse_if(to_on > clock.today(), _("This day has not come yet."), field="to_on")
    employment.to_on = to_on
    employment.save(update_fields=["to_on"])
    record("pool.employer_ended", employment.member, actor=actor, employment=employment.pk, to_on=to_on)
    settle_ties(employment.member, actor=actor)
    return employment


@transaction.atomic
def add_absence(member, *, from_on, to_on, actor, note=""):
    """Days on which this assessor cannot be asked."""
    member = lock(member)
    require(can_keep_entry(actor, member))
    refuse_if(to_on < from_on, _("The last day lies before the first."), field="to_on")
    absence = Absence.everything.create(member=member, from_on=from_on, to_on=to_on, note=note.strip())
    record("pool.absence_noted", member, actor=actor, absence=absence.pk, from_on=from_on, to_on=to_on)
    return absence


@transaction.atomic
def remove_absence(absence, *, actor):
    """They are available after all."""
    member = lock(absence.member)
    require(can_keep_entry(actor, member))
    record("pool.absence_removed", member, actor=actor, absence=absence.pk, from_on=absence.from_on, to_on=absence.to_on)
    Absence.everything.filter(pk=absence.pk).delete()


@transaction.atomic
def choose_load(member, *, most_cases, actor):
    """How many cases at once the assessor takes on: their own word, or what an officer notes for them."""
    member = lock(member)
    require(can_keep_entry(actor, member))
    refuse_if(member.left_at, _("This person has left the pool."))
    refuse_if(not 1 <= most_cases <= 99, _("Write a number from 1 to 99."), field="most_cases")
    member.most_cases = most_cases
    member.save(update_fields=["most_cases"])
    record("pool.load_chosen", member, actor=actor, most_cases=most_cases)
    return member


@transaction.atomic
def sign_pledge(member, version, *, actor):
    """This year's pledge, by the assessor's own hand. `version`: the text that was read. A second click on a day signs nothing anew."""
    member = lock(member)
    require(can_sign_pledge(actor, member))
    refuse_if(member.left_at, _("This person has left the pool."))
    refuse_if(version != pledge.VERSION, _("The text of the pledge has changed meanwhile. Please read it again, then sign."))
    today = clock.today()
    signed, is_new = YearlyPledge.everything.get_or_create(member=member, signed_on=today, defaults={
        "version": version, "words": pledge.Text().words, "signed_at": clock.now()})
    if is_new:
        record("pool.pledged", member, actor=actor, version=version)
    settle_ties(member, actor=actor)
    return signed


def settle_ties(member, *, actor):
    """The ledger follows the employments that have a business number: from the first day to the last, open while one of them is."""
    if member.user.person_id is None:
        return
    terms = {}
    for one in Employment.everything.filter(member__user__person=member.user.person_id).exclude(business_number="").order_by("pk"):
        terms.setdefault((one.business_number, one.capacity), []).append(one)
    for (number, capacity), rows in terms.items():
        days = [row.from_on for row in rows]
        ends = [row.to_on for row in rows]
        keep_involvement(member.user.person, subject_type=BUSINESS, subject=business_of(number), label=rows[-1].name, actor=actor,
                         kind=Involvement.Kind(capacity), from_on=None if None in days else min(days),
                         to_on=None if None in ends else max(ends))


def plain_number(typed, field):
    """Ten digits, or empty. What no business can have is refused beside its field."""
    number = business_number.plain(typed)
    sentence = business_number.problem(number) if number else None
    refuse_if(sentence, sentence, field=field)
    return number
