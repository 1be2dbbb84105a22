"""What stands in an announcement, word for word, its digest, and in which sentences one draft differs from another."""
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts.actors import Actor
from certification.models import Certificate
from certification.models.certificate import Ended, State
from certification.queries import certificates_in_the_way
from core import clock
from core.calendar import years_less_a_day
from core.digests import digest_of_content
from core.wording import day_in_words, moment_in_words
from evaluations.models import AnnouncementItem, Decision

READING = Actor.system("what stands in an announcement")          # whoever asks may read the announcement


def content_of(announcement):
    """Everything that is approved: title, minute, and each case in its place with its decision and grounds."""
    items = AnnouncementItem.objects.visible_to(READING).filter(announcement=announcement).order_by("position")
    items = items.select_related("decision__application").prefetch_related("decision__per_indicator__required")
    return {"title": announcement.title, "planned_for": clock.seoul(announcement.planned_for).isoformat(), "cases": [
        {"position": item.position, "number": item.decision.application.number, "provider": item.decision.application.provider_name,
         "kind": item.decision.kind, "grounds": item.decision.grounds,
         "per_indicator": [[ground.required.code, ground.text] for ground in item.decision.per_indicator.all()]} for item in items]}


def digest_of(announcement):
    """SHA-256 over its content, 64 hex digits."""
    return digest(content_of(announcement))


def digest(content):
    return digest_of_content(content)


def awards_in_the_way(announcement):
    """In which sentences an award cannot become a certificate on the planned day, since its service holds another one; none for none."""
    items = AnnouncementItem.objects.visible_to(READING).filter(announcement=announcement, decision__kind=Decision.Kind.AWARD)
    cases = [item.decision.application for item in items.select_related("decision__application__service_type").order_by("position")]
    first = clock.seoul(announcement.planned_for).date()
    last = years_less_a_day(first, announcement.round.version.framework.validity_years)
    held = certificates_in_the_way([one.offering_id for one in cases], first, last)
    return [_("%(case)s cannot be certified: its service holds the certificate %(number)s until %(day)s.") % {
        "case": one, "number": held[one.offering_id].number_shown, "day": day_in_words(held[one.offering_id].valid_to)}
        for one in cases if one.offering_id in held and held[one.offering_id] != renewed_by(one, first)] + [
        why for one in cases if (why := why_not_renewed(one, first))]


def renewed_by(application, day):
    """The certificate in whose place the one of this renewal comes on that day, or None: it holds then, and began before."""
    if application.renews_id is None:
        return None
    rows = Certificate.objects.visible_to(READING).filter(pk=application.renews_id, valid_from__lt=day, valid_to__gte=day, ended_on=None)
    return rows.first()


def why_not_renewed(application, day):
    """Why the certificate of a renewal cannot take the old one's place on that day, or empty: a renewal wipes no sanction out."""
    if application.renews_id is None:
        return ""
    old = Certificate.objects.visible_to(READING).get(pk=application.renews_id)
    said = {"case": application, "number": old.number_shown}
    if old.ended_as == Ended.REVOKED:
        return _("%(case)s cannot be certified: the certificate %(number)s, which it renews, is revoked.") % said
    if old.state_on(day) == State.SUSPENDED:
        return _("%(case)s cannot be certified: the certificate %(number)s, which it renews, is suspended.") % said
    sanction = import_string(settings.SANCTION_UNDER_WAY)(old)
    return _("%(case)s cannot be certified: a sanction (%(sanction)s) about the certificate %(number)s, which it renews, is under way.") % {
        **said, "sanction": sanction.number} if sanction else ""


def changes_between(before, after):
    """In which sentences `after` differs from `before`, both as `content_of` gives them; none for none."""
    then, now = _by_number(before), _by_number(after)
    return [*_head(before, after),
            *(_("Added: %(case)s (%(outcome)s).") % _named(now[number]) for number in now if number not in then),
            *(_("Taken out: %(case)s (%(outcome)s).") % _named(then[number]) for number in then if number not in now),
            *(sentence for number in now if number in then for sentence in _case(then[number], now[number]))]


def _by_number(content):
    return {case["number"]: case for case in content["cases"]}


def _head(before, after):
    if before["title"] != after["title"]:
        yield _("Title: “%(before)s” became “%(after)s”.") % {"before": before["title"], "after": after["title"]}
    if before["planned_for"] != after["planned_for"]:
        yield _("Minute of the announcement: %(before)s became %(after)s.") % {
            "before": _moment(before["planned_for"]), "after": _moment(after["planned_for"])}


def _moment(written):
    return moment_in_words(datetime.fromisoformat(written))


def _named(case):
    return {"case": f"{case['number']} {case['provider']}", "outcome": Decision.Kind(case["kind"]).label}


def _case(before, after):
    """What is another about a case that stands in both."""
    names = _named(after)
    if before["position"] != after["position"]:
        yield _("Place in the list: %(case)s, %(before)d became %(after)d.") % {
            **names, "before": before["position"], "after": after["position"]}
    if before["kind"] != after["kind"]:
        yield _("Decision: %(case)s, %(before)s became %(outcome)s.") % {**names, "before": Decision.Kind(before["kind"]).label}
    if (before["grounds"], before["per_indicator"]) != (after["grounds"], after["per_indicator"]):
        yield _("Grounds: %(case)s, written anew.") % names
    if before["provider"] != after["provider"]:
        yield _("Name: %(before)s became %(after)s.") % {"before": before["provider"], "after": after["provider"]}
