"""Who goes to a monitoring visit: of the pool, untied, each declaring first; who has consulted the provider lately never does."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from aftercare.models import Monitoring, MonitoringMember
from aftercare.permissions import can_watch
from aftercare.watching_stages import MonitoringStage
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.teams import SIZES
from evaluations.workflow.assignment import refuse_the_unfit, weigh_conflicts
from panels.models import Involvement
from panels.models.involvement import PROVIDER
from panels.queries import is_recused, may_read
from panels.workflow import answer_declaration, ask_anew, ask_declaration, note_involvement
from visits.models import Visit
from visits.queries import members_of
from visits.workflow import set_team

SUBJECT, DECLARATION = "aftercare.monitoring", "monitoring_declaration"       # the page where one declares
HOUSE = Actor.system("the team of a monitoring visit")


def in_force(monitoring):
    return MonitoringMember.everything.filter(monitoring=monitoring, ended_at=None).select_related("user").order_by("-is_lead", "pk")


def name_team(monitoring, team, *, overruling, actor):
    """Everybody at once, for whoever has asked whether the actor may and holds the visit."""
    refuse_if(len({user.pk for user, _is_lead in team}) != len(team), _("Nobody can be in a team twice."), field="team")
    refuse_if(not min(SIZES) <= len(team) <= max(SIZES), _("A team has two or three assessors."), field="team")
    refuse_if(sum(bool(is_lead) for _user, is_lead in team) != 1, _("Exactly one member leads the team."), field="lead")
    for user, is_lead in team:
        _name(monitoring, user, is_lead, overruling, actor)


def _name(monitoring, user, is_lead, overruling, actor):
    refuse_the_unfit(user, is_lead)
    refuse_if(is_recused(user, monitoring.matter), _("This assessor stands back from this visit."), field="team")
    weigh_conflicts(monitoring, user, overruling, actor, subject_type=SUBJECT)
    member = MonitoringMember.everything.create(monitoring=monitoring, user=user, is_lead=is_lead, named_at=clock.now(),
                                                named_by=actor.user)
    record("monitoring.member_named", monitoring, actor=actor, member=member.pk, account=user.pk, is_lead=is_lead)
    ask_declaration(user, subject_type=SUBJECT, matter=monitoring.matter, label=monitoring.label, actor=actor, page=DECLARATION)
    return member


@transaction.atomic
def add_to_monitoring(monitoring, user, *, actor, is_lead=False, overruling=""):
    """One more, or in the place of somebody who left."""
    monitoring = _to_change(monitoring, actor)
    team = list(in_force(monitoring))
    refuse_if(len(team) >= max(SIZES), _("A team has two or three assessors."), field="assessor")
    refuse_if(any(one.user_id == user.pk for one in team), _("This assessor is in the team already."), field="assessor")
    refuse_if(is_lead and any(one.is_lead for one in team), _("Exactly one member leads the team."), field="is_lead")
    member = _name(monitoring, user, is_lead, overruling, actor)
    send_team(monitoring)                                   # whoever has declared about this visit before
    return member


@transaction.atomic
def leave_monitoring(member, *, reason, actor):
    """The assessor goes there no more."""
    monitoring = _to_change(Monitoring.everything.get(pk=member.monitoring_id), actor)
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(member.ended_at, _("This person has left the team already."))
    return _leave(monitoring, lock(member), reason.strip(), actor)


def _to_change(monitoring, actor):
    monitoring = lock(monitoring)
    require(can_watch(actor, monitoring.provider))
    refuse_if(monitoring.stage != MonitoringStage.PLANNED, _("This visit has ended. Its team stays as it was."))
    return monitoring


def _leave(monitoring, member, reason, actor):
    member.ended_at, member.ended_reason = clock.now(), reason
    member.save(update_fields=["ended_at", "ended_reason"])
    record("monitoring.member_left", monitoring, actor=actor, member=member.pk, account=member.user_id, reason=reason)
    send_team(monitoring)
    return member


@transaction.atomic
def declare_for_monitoring(declaration, *, has_interest, statement, actor, is_relative=False):
    """One's own word about a monitoring visit. With an interest one leaves its team at once, and the desk is told. Without, it is noted in
    the ledger that one assesses this provider: the database refuses whoever has consulted it within 24 months."""
    monitoring = lock(Monitoring.everything.get(public_id=declaration.matter))
    was = declaration.has_interest
    declaration = answer_declaration(declaration, has_interest=has_interest, statement=statement, actor=actor)
    member = in_force(monitoring).filter(user=declaration.user).first()
    about = {"subject_type": PROVIDER, "subject": monitoring.provider.public_id, "actor": actor}
    if has_interest and is_relative and declaration.user.person_id:
        note_involvement(declaration.user.person, kind=Involvement.Kind.RELATED, **about)
    if member is None or monitoring.stage != MonitoringStage.PLANNED:
        return declaration
    if has_interest and not was:
        _leave(monitoring, member, _("Declared an interest."), actor)
        notify("monitoring.stood_back", monitoring, actor=actor, link=("desk_monitoring", monitoring.public_id))
    elif not has_interest:
        note_involvement(declaration.user.person, kind=Involvement.Kind.ASSESSED, matter=monitoring.matter, **about)
        send_team(monitoring)
    return declaration


def send_team(monitoring):
    """The visit gets its team once everybody has declared; later whoever leaves leaves it too, and who led is followed by the next."""
    team = list(in_force(monitoring))
    free = [one for one in team if may_read(one.user, monitoring.matter)]
    if monitoring.visit.has_ended or (len(free) < len(team) and not members_of(monitoring.visit).exists()):
        return
    has_lead = any(one.is_lead for one in free)
    set_team(monitoring.visit, [(one.user, one.is_lead if has_lead else place == 0) for place, one in enumerate(free)], actor=HOUSE)


def declare_anew(monitoring):
    """It goes to a successor now: what was declared was about another. The visit has its team again once each has said so anew. For whoever
    passes the certificate on; what has begun goes on with those who are there."""
    if monitoring.visit.stage != Visit.Stage.PLANNED:
        return
    certificate = monitoring.certificate
    monitoring.label = f"{certificate.number_shown} {certificate.provider_name} {certificate.site_name}"[:200]
    monitoring.save(update_fields=["label"])
    if ask_anew(monitoring.matter, label=monitoring.label, actor=HOUSE, page=DECLARATION):
        set_team(monitoring.visit, [], actor=HOUSE)
