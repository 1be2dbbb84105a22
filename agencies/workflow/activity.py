"""A public activity: drafted, published, corrected with what stood there before kept, withdrawn with a reason."""
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.models import Activity, ActivityVersion
from agencies.network_permissions import can_publish_activities, can_write_activities
from agencies.support_stages import ActivityStage
from core import clock
from core.tenancy import current_agency
from core.workflow import lock, move, record, refuse_if, require

FACTS = ("title_ko", "title_en", "text_ko", "text_en", "kind", "from_on", "until_on", "place", "partners", "cost", "reach")


@transaction.atomic
def draft_activity(*, actor, **facts):
    """Nobody but the agency reads it until it is published."""
    require(can_write_activities(actor))
    _refuse_unfit(facts)
    activity = Activity.everything.create(changed_at=clock.now(), changed_by=actor.user, **facts)
    record("activity.drafted", activity, actor=actor, kind=activity.kind)
    return activity


@transaction.atomic
def change_activity(activity, *, base_version, why="", actor, **facts):
    """`base_version`: of what was on the screen. What is published is corrected with the reason, and what stood there is kept."""
    activity = lock(activity)
    require(can_write_activities(actor))
    refuse_if(activity.is_over, _("This activity has been withdrawn. Nothing can be changed in it."))
    refuse_if(activity.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    _refuse_unfit(facts)
    changed = [name for name in FACTS if name in facts and getattr(activity, name) != facts[name]]
    if not changed:
        return activity
    if activity.is_published:
        require(can_publish_activities(actor))
        _keep_what_stood(activity, why, actor)
    for name in changed:
        setattr(activity, name, facts[name])
    activity.version, activity.changed_at, activity.changed_by = activity.version + 1, clock.now(), actor.user
    activity.save()
    record("activity.changed", activity, actor=actor, fields=changed, version=activity.version)
    renew_public_pages(current_agency())
    return activity


def _keep_what_stood(activity, why, actor):
    refuse_if(not why.strip(), _("Write why it is corrected: the earlier version is kept with it."), field="why")
    ActivityVersion.everything.create(activity=activity, number=activity.version, facts=facts_of(activity), why=why.strip(),
                                      replaced_at=clock.now(), replaced_by=actor.user)
    activity.corrected_at = clock.now()


def facts_of(activity):
    """As they are kept of an earlier version."""
    found = {name: getattr(activity, name) for name in FACTS}
    return {name: one.isoformat() if isinstance(one, date) else one for name, one in found.items()}


def _refuse_unfit(facts):
    refuse_if(facts["until_on"] < facts["from_on"], _("The last day is before the first."), field="until_on")
    refuse_if(facts["cost"] < 0, _("A cost is no less than nothing."), field="cost")
    refuse_if(facts["reach"] < 0, _("Nobody is less than none."), field="reach")


@transaction.atomic
def publish_activity(activity, *, base_version, actor):
    """Before staff of all agencies and citizens, as the page showed it."""
    activity = lock(activity)
    require(can_publish_activities(actor))
    refuse_if(activity.version != base_version, _("It was changed since this page was opened. Please read it again."))
    refuse_if(activity.from_on > clock.today(), _("It has not begun yet. It can be published from its first day on."))
    activity.published_at = clock.now()
    activity.save(update_fields=["published_at"])
    facts = move(activity, ActivityStage.PUBLISHED)
    record("activity.published", activity, actor=actor, version=activity.version, **facts)
    renew_public_pages(current_agency())
    return activity


@transaction.atomic
def withdraw_activity(activity, *, reason, actor):
    """Nobody outside the agency reads it any more; a draft is given up."""
    activity, was_out = lock(activity), activity.is_published
    require(can_publish_activities(actor) or (not activity.is_published and can_write_activities(actor)))
    refuse_if(not reason.strip(), _("Write the reason."), field="reason")
    activity.withdrawn_at, activity.reason = clock.now(), reason.strip()
    activity.save(update_fields=["withdrawn_at", "reason"])
    facts = move(activity, ActivityStage.WITHDRAWN)
    activity.published_at = None
    activity.save(update_fields=["published_at"])
    record("activity.withdrawn", activity, actor=actor, reason=activity.reason, was_out=was_out, **facts)
    renew_public_pages(current_agency())
    return activity
