"""Who could come: every consultant on the list, with what speaks for them, what is worth knowing, and why not."""
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Membership, Role
from aftercare.consultation_stages import WITH_CONSULTANT
from aftercare.models import Consultant, ConsultantAsking, Consultation
from aftercare.queries.impartiality import bars_of

MATCHING = Actor.system("who could consult a provider")


@dataclass
class Fit:
    """One of the list before a consultation. `against` leaves them out; `remarks` do not."""

    consultant: Consultant
    load: int
    against: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_free(self):
        return not self.against

    def say(self, holds, reason, remark):
        (self.reasons if holds else self.remarks).append(reason if holds else remark)

    def order(self):
        return bool(self.against), len(self.remarks), self.load, str(self.consultant), self.consultant.pk


def fits_for(actor, consultation):
    """[Fit]: those who can come first, the best fit first; then those who are left out, with the reason. For whoever chooses."""
    rows = Consultant.objects.visible_to(actor).select_related("user__person")
    consultants = list(rows.prefetch_related("services", "districts").order_by("pk"))
    users = [one.user for one in consultants]
    bars, loads = bars_of(consultation.certificate, users), loads_of(consultants)
    refused, acting = _asked_before(consultation), _with_the_role(users)
    fits = []
    for one in consultants:
        fit = Fit(one, loads[one.pk], against=list(bars[one.user_id]))
        fit.against += [*_why_not_now(fit, one.user_id in acting), *refused[one.pk]]
        _judge(fit, consultation)
        fits.append(fit)
    return sorted(fits, key=Fit.order)


def fit_of(consultation, consultant):
    """The same of one, asked when they are chosen and when it is agreed."""
    return next((one for one in fits_for(MATCHING, consultation) if one.consultant.pk == consultant.pk), None)


def loads_of(consultants):
    """{consultant's id: consultations they have in hand}"""
    rows = Consultation.objects.visible_to(MATCHING).filter(consultant__in=consultants, stage__in=WITH_CONSULTANT)
    return Counter(rows.values_list("consultant", flat=True))


def _with_the_role(users):
    rows = Membership.objects.visible_to(MATCHING).filter(role=Role.CONSULTANT, ended_at=None, user__in=users, user__is_active=True)
    return set(rows.values_list("user", flat=True))


def _asked_before(consultation):
    """Who declined this one, or whom the provider objected to."""
    found = defaultdict(list)
    for one in ConsultantAsking.objects.visible_to(MATCHING).filter(consultation=consultation):
        if one.objected_at:
            found[one.consultant_id].append(_("The provider objected."))
        elif one.is_accepted is False:
            found[one.consultant_id].append(_("Declined this consultation."))
    return found


def _why_not_now(fit, acts):
    if not acts:
        yield _("Is no consultant of the agency any more.")
    if not fit.consultant.is_active:
        yield _("Is not to be asked at present.")
    if fit.load >= fit.consultant.most_at_once:
        yield _("Has %(load)d consultations in hand, as many as they take on.") % {"load": fit.load}


def _judge(fit, consultation):
    """Field, areas, region, days, load."""
    one = fit.consultant
    fit.say(consultation.service_type_id in {row.service_type_id for row in one.services.all()},
            _("Knows the service."), _("The service is not among what they know."))
    asked = {topic["code"].partition(".")[0] for topic in consultation.topics}
    missing = sorted(asked - set(one.areas)) if one.areas else []
    fit.say(not missing, _("Knows the areas that it is about."), _("Does not name area %(areas)s.") % {"areas": ", ".join(missing)})
    fit.say(consultation.district_id in {row.district_id for row in one.districts.all()},
            _("Goes to this district."), _("The district is not among where they go."))
    if consultation.wished_on and one.weekdays:
        fit.say(any(day.weekday() in one.weekdays for day in consultation.wished_on),
                _("Comes on a wished day of the week."), _("Comes on none of the wished days of the week."))
    fit.reasons.append(_("In hand: %(load)d of %(most)d.") % {"load": fit.load, "most": one.most_at_once})
