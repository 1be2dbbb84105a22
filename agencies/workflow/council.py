"""Founding bodies of the network, laying down places, choosing who chairs: Central's officers."""
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from agencies.models import Council, Naming, Place
from agencies.network_permissions import can_follow_councils, can_keep_councils
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import Body, Seat


@transaction.atomic
def found_council(*, name_ko, name_en, kind, field_ko, field_en, rule, actor):
    """A body to which agencies send members. They read it from now on, each member for themselves."""
    require(can_keep_councils(actor))
    is_working = kind == Council.Kind.WORKING
    refuse_if(is_working and not field_ko.strip(), _("A working-level body has a field. Please write it."), field="field_ko")
    now = clock.now()
    try:
        with transaction.atomic():
            body = Body.objects.create(name_ko=name_ko.strip(), name_en=name_en.strip(), founded_at=now, published_at=now)
    except IntegrityError:
        raise Refused(_("There is already a body of this name."), "name_ko") from None
    council = Council.everything.create(body=body, kind=kind, field_ko=field_ko.strip() if is_working else "",
                                        field_en=field_en.strip() if is_working else "", rule=rule)
    record("council.founded", council, actor=actor, kind=kind, rule=rule)
    return council


@transaction.atomic
def lay_places(council, agencies, *, entitled, actor):
    """Each of these agencies has a place from now on; its own people say who holds it. Returns the places."""
    require(can_keep_councils(actor))
    council = lock(council)
    refuse_if(not agencies, _("Choose at least one agency."), field="agencies")
    body = council.body
    seated = set(Place.everything.filter(body=body, ended_at=None).values_list("member", flat=True))
    twice = [one.name for one in agencies if one.pk in seated]
    refuse_if(twice, _("These agencies have a place already: %(list)s"), field="agencies", list=", ".join(twice))
    made = [Place.everything.create(member_id=one.pk, body=body, body_ko=body.name_ko, body_en=body.name_en, entitled=entitled,
                                    laid_at=clock.now()) for one in agencies]
    record("council.places_laid", council, actor=actor, agencies=[one.member_id for one in made], entitled=entitled)
    return made


@transaction.atomic
def notice_place(place, *, actor):
    """At the agency, by its job: its officers are asked to name somebody."""
    require(can_follow_councils(actor))
    place = lock(place)
    if place.noticed_at:
        return False
    place.noticed_at = clock.now()
    place.save(update_fields=["noticed_at"])
    notify("council.place_laid", place, actor=actor, link=("network_place", place.public_id))
    return True


@transaction.atomic
def end_place(place, *, actor):
    """The agency has no place any more: whoever held it sits until the end of today."""
    require(can_keep_councils(actor))
    place = lock(place)
    refuse_if(place.ended_at, _("This place has ended already."))
    today, running = clock.today(), Q(to_on=None) | Q(to_on__gt=clock.today())
    later = Naming.everything.filter(place=place, from_on__gt=today, stands_for=None, called_off_at=None)
    refuse_if(later.exists(), _("The agency has named somebody for a later term already. Please wait for its end, or agree with them."))
    place.ended_at = clock.now()
    place.save(update_fields=["ended_at"])
    Naming.everything.filter(running, place=place, from_on__lte=today).update(to_on=today)
    Seat.everything.filter(running, body=place.body_id, sent_by=place.member_id, from_on__lte=today).update(to_on=today)
    record("council.place_ended", place, actor=actor, agency=place.member_id)
    return place


@transaction.atomic
def choose_office(seat, office, *, actor):
    """Chair, vice chair or member. One chairs at a time."""
    require(can_keep_councils(actor))
    lock(seat.body)                                         # two at once make no second chair
    seat = lock(seat)
    refuse_if(office not in Seat.Office.values, _("This choice is not offered. Please choose again."), field="office")
    refuse_if(seat.stands_for_id or not seat.is_held(clock.today()), _("Only who holds a seat today can be chosen."))
    others = Seat.everything.filter(body=seat.body_id, office=Seat.Office.CHAIR, called_off_at=None).exclude(pk=seat.pk)
    if office == Seat.Office.CHAIR:
        refuse_if(any(one.is_held(clock.today()) for one in others), _("This body has a chair. End that office first."), field="office")
    before, seat.office = seat.office, office
    seat.save(update_fields=["office"])
    record("council.office_chosen", seat, actor=actor, account=seat.user_id, **{"from": before, "to": office})
    return seat
