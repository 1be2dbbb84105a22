"""What everybody reads: the year published by Central, years before this system entered, each agency's own disclosure."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Agency
from accounts.workflow import renew_public_pages
from agencies.amounts import rounded
from agencies.models import Calculation, Disclosure, EvaluationField, IndicatorSet, Participation, PublishedResult, RatingSheet
from agencies.permissions import can_disclose, can_tell_results
from agencies.queries.result import everybody_in, scored_of, year_lines
from agencies.workflow.follow_up import begin_follow_ups
from agencies.workflow.satisfaction import let_out_satisfaction
from core import clock
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines

FIRST_YEAR, NAMED_AT_ONCE = 2019, 5


def fields_of(scored, names):
    """[[code, name in Korean, in English, points, score]], points and score as they are shown."""
    return [[field.code, field.name, names.get(field.code, ""), f"{rounded(field.points)}", f"{rounded(field.score)}"]
            for field in scored.fields]


def english_names(indicator_set):
    return dict(EvaluationField.everything.filter(indicator_set=indicator_set).values_list("code", "name_en"))


@transaction.atomic
def publish_results(indicator_set, *, actor):
    """The whole year at once: who was assessed and how, who was exempt and why. Not before all are final."""
    indicator_set = IndicatorSet.everything.get(pk=indicator_set.pk)
    require(can_tell_results(actor))
    lines = year_lines(actor, indicator_set)
    open_ones = [str(line.participation.assessed) for line in lines if line.result is None or not line.result.is_final]
    refuse_if(not lines or open_ones, _("Results can be published once all of the year are final. Not final: %(list)s"),
              list=", ".join(open_ones[:NAMED_AT_ONCE]) + (" …" if len(open_ones) > NAMED_AT_ONCE else "") or "–")
    refuse_if(PublishedResult.everything.filter(year=indicator_set.year).exists(), _("The results of this year are published already."))
    names, results, now = english_names(indicator_set), {line.participation.pk: line.result for line in lines}, clock.now()
    made = PublishedResult.everything.bulk_create(
        _published(part, results.get(part.pk), names, now) for part in everybody_in(actor, indicator_set))
    let_out_satisfaction(indicator_set.year, now)
    record("management.published", indicator_set, actor=actor, year=indicator_set.year, agencies=len(made))
    begin_follow_ups(indicator_set, results.values(), actor=actor)
    renew_public_pages(current_agency())
    return made


def _published(part, result, names, now):
    facts = {"year": part.year, "assessed": part.assessed, "standing": part.standing, "reason": part.reason, "published_at": now,
             "is_sample": part.indicator_set.is_sample}
    if result is None:
        return PublishedResult(**facts)
    return PublishedResult(**facts, total=result.total, grade=result.grade, fields=fields_of(scored_of(result), names))


@transaction.atomic
def enter_past_results(year, said, *, is_sample=False, actor):
    """A year before this system: {agency: (standing, reason, total or None, grade)}, without calculation, and said to be so."""
    require(can_tell_results(actor))
    refuse_if(not FIRST_YEAR <= year <= clock.today().year, _("This is no year of the evaluation."), field="year")
    refuse_if(is_evaluated_here(year),
              _("This year was evaluated here. Its results are calculated, not entered."), field="year")
    refuse_if(PublishedResult.everything.filter(year=year).exists(), _("The results of this year are published already."), field="year")
    refuse_if(not said, _("Enter the result of at least one agency."))
    made = PublishedResult.everything.bulk_create(_entered(year, agency, facts, is_sample) for agency, facts in said.items())
    let_out_satisfaction(year, clock.now())
    record("management.past_entered", made[0], actor=actor, year=year, agencies=len(made))
    renew_public_pages(current_agency())
    return made


def is_evaluated_here(year):
    """Whether somebody rates the year here, or it was calculated."""
    of_year = {"participation__year": year}
    return RatingSheet.everything.filter(**of_year).exists() or Calculation.everything.filter(**of_year).exists()


def _entered(year, agency, facts, is_sample):
    standing, reason, total, grade = facts
    is_assessed = standing == Participation.Standing.ASSESSED
    refuse_if(agency.kind != Agency.Kind.PROVINCIAL, _("This is no provincial agency."))
    refuse_if(is_assessed and not grade, _("%(agency)s: enter its grade."), agency=str(agency), field=f"grade-{agency.pk}")
    refuse_if(not is_assessed and standing == Participation.Standing.EXEMPT and not reason.strip(),
              _("An exemption names its legal reason."), field=f"reason-{agency.pk}")
    return PublishedResult(year=year, assessed=agency, standing=standing, reason=reason.strip(), total=total if is_assessed else None,
                           grade=grade if is_assessed else "", is_sample=is_sample, is_entered=True, published_at=clock.now())


# ---- the agency's own

def begin_disclosure(result, last):
    """The row that waits to be posted. For the agency's job."""
    indicator_set = result.participation.indicator_set
    made, _is_new = Disclosure.everything.get_or_create(result=result, defaults={
        "central_id": result.agency_id, "year": result.year, "total": result.total, "grade": result.grade, "due_on": last,
        "fields": fields_of(scored_of(result), english_names(indicator_set)), "is_sample": indicator_set.is_sample})
    return made


@transaction.atomic
def post_disclosure(disclosure, *, words, actor):
    """On the agency's own public page from now on."""
    disclosure = lock(disclosure)
    require(can_disclose(actor))
    refuse_if(disclosure.published_at, _("It is posted already."))
    disclosure.words, disclosure.published_at, disclosure.posted_by = words.strip(), clock.now(), actor.user
    disclosure.save(update_fields=["words", "published_at", "posted_by"])
    close_deadlines(disclosure, actor=actor)
    record("management.disclosed", disclosure, actor=actor, year=disclosure.year)
    renew_public_pages(current_agency())
    return disclosure
