"""The assessment on site: Central's visit and what the agency reads of it; its remarks; notes of the assessors."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from agencies.models import GroupMember, Participation, RatingSheet, SiteAssessment, SiteNote, SiteRemark
from agencies.permissions import can_keep_groups, can_note_on_site, can_remark
from agencies.workflow.site_items import items_of
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from panels.queries import may_read
from visits.models import Visit
from visits.models.visit import USUAL_HOURS
from visits.workflow import move_visit, plan_visit, set_team

SUBJECT, PURPOSE, WHEN_LOCKED = "agencies.participation", "management", "agencies.tasks.take_over_site"
HOUSE = Actor.system("the assessment on site")
State = SiteAssessment.State


@transaction.atomic
def plan_site(participation, *, starts_at, place, actor, hours=USUAL_HOURS, expected=""):
    """The visit with its team, and the day as the agency reads it. Who has declared and rates there goes."""
    participation = lock(Participation.everything.select_related("assessed", "indicator_set").get(pk=participation.pk))
    require(can_keep_groups(actor))
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    there = SiteAssessment.everything.filter(participation=participation).exclude(state=State.DROPPED)
    refuse_if(there.exists(), _("An on-site assessment of this agency is planned already. Move it instead."))
    team = team_for(participation)
    refuse_if(not team, _("Nobody who rates this agency has declared yet. Without a team no visit is planned."))
    visit = plan_visit(
        subject_type=SUBJECT, subject=participation.public_id, subject_label=str(participation)[:200], purpose=PURPOSE, place_name=place,
        address=participation.assessed.address_ko or place, contact=participation.assessed.phone, starts_at=starts_at, hours=hours,
        items=items_of(participation), when_locked=WHEN_LOCKED, actor=actor)
    set_team(visit, team, actor=actor)
    site = SiteAssessment.everything.create(participation=participation, assessed=participation.assessed, visit=visit.public_id,
                                            starts_at=starts_at, hours=hours, place=place, expected=expected.strip())
    record("management.site_planned", site, actor=actor, visit=visit.pk, starts_at=starts_at)
    return site


def team_for(participation):
    """[(account, whether it leads)]: who rates it and has declared; one of those who lead a group leads."""
    sheets = RatingSheet.everything.filter(participation=participation, ended_at=None).select_related("user")
    sheets = sheets.order_by("area__position", "pk")
    free = [user for user in dict.fromkeys(one.user for one in sheets) if may_read(user, participation.public_id)]
    leads = set(GroupMember.everything.filter(indicator_set=participation.indicator_set, is_lead=True, ended_at=None)
                .values_list("user", flat=True))
    lead = next((user for user in free if user.pk in leads), free[0] if free else None)
    return [(user, user == lead) for user in free]


@transaction.atomic
def move_site(site, *, starts_at, reason, actor):
    """To another day or hour: the team reads why, the agency the new day."""
    site = lock(site)
    require(can_keep_groups(actor))
    refuse_if(site.state != State.PLANNED, _("This on-site assessment has ended."))
    refuse_if(starts_at <= clock.now(), _("The visit has to lie in the future."), field="starts_at")
    move_visit(Visit.everything.get(public_id=site.visit), starts_at=starts_at, reason=reason, actor=actor)
    site.starts_at = starts_at
    site.save(update_fields=["starts_at"])
    record("management.site_moved", site, actor=actor, starts_at=starts_at, reason=reason.strip())
    return site


@transaction.atomic
def take_over_site(visit, *, actor):
    """The visit has ended: the closing statement becomes the agency's to read. Called again it changes nothing."""
    require(actor.is_system)
    site = SiteAssessment.everything.filter(visit=visit.public_id).first()
    if site is None or not visit.has_ended or lock(site).closed_at:
        return site
    site = lock(site)
    was_held = visit.stage == Visit.Stage.LOCKED
    site.state, site.closed_at = State.CLOSED if was_held else State.DROPPED, clock.now()
    site.closing_statement = visit.closing_statement if was_held else ""
    site.save(update_fields=["state", "closed_at", "closing_statement"])
    record("management.site_closed", site, actor=actor, state=site.state)
    return site


@transaction.atomic
def remark_on_site(site, *, text, actor):
    """The agency's remarks on the closing statement, once."""
    site = lock(site)
    require(can_remark(actor))
    refuse_if(site.state != State.CLOSED, _("There is no closing statement yet."))
    refuse_if(not text.strip(), _("Please write your remarks."), field="text")
    refuse_if(SiteRemark.everything.filter(site=site).exists(), _("The remarks of your agency were sent already."))
    row = SiteRemark.everything.create(site=site, central_id=site.agency_id, text=text.strip(), written_by=actor.user,
                                       written_at=clock.now())
    record("management.site_remarked", site, actor=actor)
    return row


@transaction.atomic
def note_on_site(site, *, kind, text, actor, whom=""):
    """What an assessor heard in the presentation or an interview: for those who rate, never for the agency."""
    require(can_note_on_site(actor, site))
    refuse_if(not text.strip(), _("Please write the note."), field="text")
    row = SiteNote.everything.create(site=site, kind=kind, whom=whom.strip(), text=text.strip(), user=actor.user, written_at=clock.now())
    record("management.site_noted", site, actor=actor, kind=kind)
    return row


@transaction.atomic
def tell_of_site(site, *, actor):
    """At the agency, by its own job: of the day, of another day, of the closing statement; each once."""
    site = lock(site)
    require(actor.is_system)
    if site.state == State.PLANNED and site.told_of != site.starts_at:
        notify("management.site", site, actor=actor, link=("desk_own_site",), starts=site.starts_at)
        site.told_of = site.starts_at
    if site.state == State.CLOSED and site.closing_told_at is None:
        notify("management.site_closed", site, actor=actor, link=("desk_own_site",))
        site.closing_told_at = clock.now()
    site.save(update_fields=["told_of", "closing_told_at"])
    return site


@transaction.atomic
def receive_remark(remark, *, actor):
    """At Central, by its own job."""
    remark = lock(remark)
    require(actor.is_system)
    if remark.received_at is None:
        notify("management.site_remarked", remark.site, actor=actor, link=("desk_site_visits",))
        remark.received_at = clock.now()
        remark.save(update_fields=["received_at"])
    return remark
