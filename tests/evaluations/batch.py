"""Decided cases without their long way: handed in as providers do, the rest set down past the workflow."""
import uuid

from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Announcement, Application, Decision, DecisionGround, RequiredIndicator
from evaluations.workflow.announcement import digest_of
from tests import factories as f
from tests.cast import provider_of
from tests.evaluations.path import Path
from tests.remembered import beginning

UNMET = "기록이 빠져 있습니다."


@beginning
def submitted(place, round=None, name=None):
    """A provider of its own has handed in an application; returns its Path."""
    name = name or uuid.uuid4().hex[:6]
    with within(place.agency):
        owner = f.UserFactory(email=f"{name}@provider.{place.agency.slug}.example", person__name=f"CNRY-{place.agency.slug}-{name}-owner")
        provider = provider_of(place.agency.slug, name, owner=owner)
    return Path(place, provider=provider, owner=owner, round=round).submitted()


@beginning
def ready(place, round=None, name=None, unmet=()):
    """… and stands before the committee; `unmet`: codes of indicators that the team found non-compliant."""
    return before_committee(submitted(place, round, name), unmet)


def before_committee(path, unmet=()):
    with within(path.place.agency):
        required = RequiredIndicator.everything.filter(application=path.application)
        required.exclude(code__in=unmet).update(agreed="compliant", agreed_at=clock.now())
        required.filter(code__in=unmet).update(agreed="noncompliant", agreed_reason=UNMET, agreed_at=clock.now())
        Application.everything.filter(pk=path.application.pk).update(stage="final_evaluation")
        path.fresh()
    return path


@beginning
def decided(place, round=None, name=None, unmet=(), kind=None):
    """… and is decided."""
    return with_decision(ready(place, round, name, unmet), unmet, kind)


def with_decision(path, unmet=(), kind=None):
    with within(path.place.agency):
        path.decision = Decision.everything.create(application=path.application, kind=kind or ("refuse" if unmet else "award"),
                                                   decided_at=clock.now(), grounds="사유" if kind == "defer" else "")
        if unmet:
            DecisionGround.everything.bulk_create(
                DecisionGround(decision=path.decision, required=row, text=UNMET)
                for row in RequiredIndicator.everything.filter(application=path.application, code__in=unmet))
        Application.everything.filter(pk=path.application.pk).update(stage="decided")
        path.fresh()
    return path


def drafted(place, *paths, planned_for=None):
    """An announcement of these cases in this order, drafted by the officer: before its minute, or at the latest in it."""
    moment = planned_for or clock.now()
    with within(place.agency), clock.travel(min(moment, clock.now())):
        return workflow.draft_announcement(paths[0].application.round, [path.decision for path in paths],
                                           title=f"CNRY-{place.agency.slug}-announcement", planned_for=moment,
                                           actor=paths[0].officer)


def approved(place, *paths, planned_for=None):
    announcement = drafted(place, *paths, planned_for=planned_for)
    released(place, paths[0], announcement)
    with within(place.agency):
        workflow.approve_announcement(announcement, digest_of(announcement), actor=paths[0].as_(place.director))
    return announcement


def released(place, path, announcement):
    with within(place.agency):
        workflow.release_announcement(announcement, digest_of(announcement), actor=path.as_(place.manager))


def again(announcement):
    return Announcement.everything.get(pk=announcement.pk)
