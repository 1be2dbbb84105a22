"""What the errand reads of a finished round, unlooked at by anybody: judgements, results, supplements, comments, moments."""
from collections import defaultdict

from django.db.models import Max, Min, Q

from accounts.actors import Actor
from certification.models import Round
from core import clock
from evaluations.models import (
    Announcement,
    AnnouncementItem,
    Appeal,
    AppealFinding,
    Application,
    ConsolidatedJudgement,
    FactAnswer,
    FactCheck,
    Insight,
    Judgement,
    RequiredIndicator,
    SupplementItem,
)
from evaluations.stages import UNDER_WAY, AppealStage, Stage
from visits.models import Finding, Visit, VisitMember

LEARNING = Actor.system("what a round taught")
SUBJECT = "evaluations.application"
SETTLED, RUNNING = (Stage.CERTIFIED, Stage.NOT_CERTIFIED), (*UNDER_WAY, Stage.DECIDED)


def finished_rounds():
    """Own rounds that are closed, where results were announced and no case is under way or waits for its announcement."""
    cases = Application.objects.visible_to(LEARNING)
    closed = Round.objects.visible_to(LEARNING).filter(closes_at__lte=clock.now(), pk__in=cases.filter(stage__in=SETTLED).values("round"))
    return closed.exclude(pk__in=cases.filter(stage__in=RUNNING).values("round"))


def is_finished(round):
    return finished_rounds().filter(pk=round.pk).exists()


def rounds_to_work_out():
    """Finished ones without figures, or where something was announced or an appeal was answered since."""
    announced = dict(Announcement.objects.visible_to(LEARNING).filter(announced_at__isnull=False).order_by().values_list("round").annotate(
        at=Max("announced_at")))
    answered = dict(Appeal.objects.visible_to(LEARNING).filter(answered_at__isnull=False).order_by().values_list(
        "application__round").annotate(at=Max("answered_at")))
    known = dict(Insight.objects.visible_to(LEARNING).order_by().values_list("round").annotate(at=Max("worked_out_at")))
    return [one for one in finished_rounds().order_by("pk")
            if one.pk not in known or any(one.pk in since and since[one.pk] > known[one.pk] for since in (announced, answered))]


def cases_of(round):
    """The cases that are certified or not, for good."""
    return Application.objects.visible_to(LEARNING).filter(round=round, stage__in=SETTLED).order_by("pk")


def deferred_in(round):
    return Application.objects.visible_to(LEARNING).filter(round=round, stage=Stage.DEFERRED).count()


def agreed_in(cases):
    """{(case, code): agreed judgement}, {code: (indicator's id, position)}"""
    agreed, indicators = {}, {}
    rows = RequiredIndicator.objects.visible_to(LEARNING).filter(application__in=cases).exclude(agreed="").order_by("position", "pk")
    for case, code, result, indicator, position in rows.values_list("application", "code", "agreed", "indicator", "position"):
        agreed[case, code] = result
        indicators.setdefault(code, (indicator, position))
    return agreed, indicators


def sheets_in(cases):
    """{(case, code): {account: verdict}} of the sheets that were handed in by those who assessed to the end."""
    rows = Judgement.objects.visible_to(LEARNING).filter(
        sheet__application__in=cases, sheet__assignment__ended_at=None, sheet__submitted_at__isnull=False).exclude(verdict="")
    return _by_person(rows.order_by("pk").values_list("sheet__application", "required__code", "sheet__user", "verdict"))


def consolidated_in(cases):
    """{(case, code): verdict of the team in the documents}"""
    rows = ConsolidatedJudgement.objects.visible_to(LEARNING).filter(application__in=cases).exclude(verdict="")
    return {(case, code): verdict for case, code, verdict in rows.values_list("application", "required__code", "verdict")}


def findings_in(cases):
    """{(case, code): {account: judgement}} of locked visits by the team of the end; of several visits the latest that looked at it."""
    matters = dict(cases.values_list("public_id", "pk"))
    visits = locked_visits(matters).order_by("planned_at", "pk")
    order = {pk: place for place, pk in enumerate(visits.values_list("pk", flat=True))}
    members = set(VisitMember.objects.visible_to(LEARNING).filter(visit__in=order, ended_at=None).values_list("visit", "user"))
    rows = Finding.objects.visible_to(LEARNING).filter(item__visit__in=order).exclude(judgement="").order_by("pk")
    found = rows.values_list("item__visit", "item__visit__subject", "item__code", "author", "judgement")
    latest, kept = {}, []
    for visit, subject, code, author, judgement in found:
        if (visit, author) in members:
            case = matters[subject]
            latest[case, code] = max(latest.get((case, code), -1), order[visit])
            kept.append((order[visit], case, code, author, judgement))
    return _by_person(row for place, *row in kept if latest[row[0], row[1]] == place)


def locked_visits(matters):
    return Visit.objects.visible_to(LEARNING).filter(subject_type=SUBJECT, subject__in=matters, stage="locked")


def _by_person(rows):
    found = defaultdict(dict)
    for case, code, user, value in rows:
        found[case, code][user] = value
    return found


def supplemented_in(cases):
    """{(case, code)} of indicators about which something was asked and not withdrawn."""
    rows = SupplementItem.objects.visible_to(LEARNING).filter(
        request__application__in=cases, request__sent_at__isnull=False, kind="indicator", left_out_at=None, withdrawn_at=None)
    return set(rows.order_by().values_list("request__application", "code"))


def corrected_in(cases):
    """{(case, code)} of indicators where a comment of the provider changed the facts."""
    rows = FactAnswer.objects.visible_to(LEARNING).filter(comment__fact__check_of__application__in=cases, is_accepted=True)
    return set(rows.order_by().values_list("comment__fact__check_of__application", "comment__fact__code"))


def appealed_in(cases):
    """{(case, code): whether the appeal was upheld} of the appeals that are answered; what is said against a decision as a whole is about
    no indicator."""
    rows = AppealFinding.objects.visible_to(LEARNING).filter(
        point__appeal__application__in=cases, point__appeal__answered_at__isnull=False, point__required__isnull=False)
    rows = rows.exclude(point__appeal__stage=AppealStage.DISMISSED)
    rows = rows.order_by("pk").values_list("point__appeal__application", "point__required__code", "is_upheld")
    return {(case, code): is_upheld for case, code, is_upheld in rows}


def moments_in(cases):
    """[{moment: when}] of each case, from its receipt to its announcement; what did not happen is None."""
    facts = dict(FactCheck.objects.visible_to(LEARNING).filter(application__in=cases).order_by().values_list("application").annotate(
        at=Max("ended_at")))
    matters = dict(cases.values_list("pk", "public_id"))
    visited = dict(locked_visits(matters.values()).order_by().values_list("subject").annotate(at=Max("locked_at")))
    told = AnnouncementItem.objects.visible_to(LEARNING).filter(
        Q(announcement__announced_at__isnull=False), decision__application__in=cases).order_by().values_list("decision__application")
    decided = {pk: (at, announced) for pk, at, announced in told.annotate(
        at=Min("decision__decided_at"), announced=Min("announcement__announced_at"))}
    return [{"received": received, "reviewed": reviewed, "visited": visited.get(matters[pk]), "checked": facts.get(pk),
             "decided": decided.get(pk, (None, None))[0], "announced": decided.get(pk, (None, None))[1]}
            for pk, received, reviewed in cases.values_list("pk", "submitted_at", "reviewed_at")]
