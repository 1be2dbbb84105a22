"""What a change report says against what stands there, and what is refused when it is handed in."""
from django.utils.translation import gettext as _

from aftercare.changes import RULES, ChangeKind
from core import clock
from core.workflow import refuse_if
from providers import business_number

FIELDS = {                                              # what a report of each kind says
    ChangeKind.HEAD: ("head_name",), ChangeKind.NAME: ("name", "name_en"),
    ChangeKind.ADDRESS: ("site_name", "district", "postcode", "address_base", "address_detail"),
    ChangeKind.SUSPENSION: (), ChangeKind.CLOSURE: (), ChangeKind.SUCCESSION: ("manner", "successor_name", "successor_number")}
MAY_BE_EMPTY = {"name_en", "address_detail"}


def facts_now(report):
    """{field: what stands in the provider's own rows now}; of a site its district by its code."""
    provider, site = report.provider, report.site
    if report.kind == ChangeKind.ADDRESS:
        return {"site_name": site.name, "district": site.district.code, "postcode": site.postcode, "address_base": site.address_base,
                "address_detail": site.address_detail}
    if report.kind in (ChangeKind.HEAD, ChangeKind.NAME):
        return {name: getattr(provider, name) for name in FIELDS[report.kind]}
    return {}


def printed_now(report, touched):
    """The same as the certificates print it, where a provider's own rows say the new already."""
    facts = facts_now(report)
    certificate = touched[0] if touched else None
    if certificate and report.kind == ChangeKind.ADDRESS:
        return facts | {"site_name": certificate.site_name, "district": certificate.district.code, "address": certificate.address}
    if certificate and report.kind == ChangeKind.NAME:
        return {"name": certificate.provider_name, "name_en": certificate.provider_name_en}
    return {"head_name": certificate.head_name} if certificate and report.kind == ChangeKind.HEAD else facts


def refuse_nothing_touched(touched):
    refuse_if(not touched, _("No certificate in force is touched by this. After a certificate has ended nothing has to be reported."))


def refuse_wrong(report, touched):
    """What is missing, not so, or not yet; each beside its field."""
    today, rule, facts = clock.today(), RULES[report.kind], report.facts
    for name in FIELDS[report.kind]:
        refuse_if(name not in MAY_BE_EMPTY and not facts.get(name, "").strip(), _("Please fill this in."), field=name)
    refuse_if(report.happened_on is None, _("Fill in the day."), field="happened_on")
    refuse_if(report.happened_on > today and not rule.may_lie_ahead,
              _("This day has not come yet. A change is reported once it has happened."), field="happened_on")
    refuse_if(report.happened_on < min(one.valid_from for one in touched) and report.kind != ChangeKind.ADDRESS,
              _("On that day there was no certificate yet."), field="happened_on")
    if report.kind == ChangeKind.SUSPENSION:
        refuse_if(report.until_on is None, _("Fill in the last day without business."), field="until_on")
        refuse_if(report.until_on < report.happened_on, _("The last day lies before the first."), field="until_on")
        refuse_if(report.until_on < today, _("It was over before it was reported. Tell the agency by telephone."), field="until_on")
    if report.kind in (ChangeKind.HEAD, ChangeKind.NAME, ChangeKind.ADDRESS):
        refuse_if(not differs(report, touched), _("This is what stands there now. Nothing would change."), field=FIELDS[report.kind][0])
    if report.kind == ChangeKind.SUCCESSION:
        _refuse_wrong_successor(report)


def differs(report, touched):
    """Whether it says anything that a certificate does not print or the provider's rows do not say."""
    now, printed = facts_now(report), printed_now(report, touched)
    said = {name: report.facts.get(name, "").strip() for name in FIELDS[report.kind]}
    if report.kind == ChangeKind.ADDRESS and new_address(report) != printed.get("address", new_address(report)):
        return True
    return any(said[name] != now[name] or said[name] != printed.get(name, now[name]) for name in said)


def new_address(report):
    """One line, as certificates print it."""
    base, detail = report.facts.get("address_base", "").strip(), report.facts.get("address_detail", "").strip()
    return f"{base}, {detail}" if detail else base


def _refuse_wrong_successor(report):
    number = report.facts["successor_number"]
    sentence = business_number.problem(number)
    refuse_if(sentence, sentence, field="successor_number")
    refuse_if(number == report.provider.business_number,
              _("This is your own number. Write the number of the organisation that follows you."), field="successor_number")


def refuse_gone_files(report):
    names = [one.evidence.name for one in report.evidence.select_related("evidence") if one.evidence.removed_at]
    refuse_if(names, _("These files were taken out of the library. Remove them from the report: %(names)s"), names=", ".join(names))
