"""Asking to join a provider that is registered already, and its owner's answer."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from providers.models import JoinRequest, Provider
from providers.permissions import can_ask_to_join, can_manage_people, role_in
from providers.stages import JoinStage, Stage
from providers.workflow.invitation import GIVEN
from providers.workflow.people import PEOPLE_PAGE, join

REST = timedelta(days=30)           # after a no, before the same person asks the same provider again


@transaction.atomic
def ask_to_join(business_number, *, words="", actor):
    """Its owners and the agency's officers are told who asks. A second click finds the first request."""
    require(can_ask_to_join(actor))
    provider = Provider.everything.filter(business_number=business_number).first()
    refuse_if(provider is None, _("No provider with this number is registered here. Register it instead."), field="business_number")
    provider = lock(provider)
    refuse_if(provider.stage == Stage.CLOSED, _("The registration under this number has ended. Please call the agency."),
              field="business_number")
    refuse_if(role_in(actor, provider) is not None, _("You act for this provider already."), field="business_number")
    own = JoinRequest.everything.filter(provider=provider, user=actor.user)
    if waiting := own.filter(stage=JoinStage.ASKED).first():
        return waiting
    refuse_if(own.filter(stage=JoinStage.DECLINED, answered_at__gt=clock.now() - REST).exists(),
              _("Your last request was declined. Please talk to your colleague or call the agency."), field="business_number")
    asked = JoinRequest.everything.create(provider=provider, user=actor.user, words=words.strip(), asked_at=clock.now())
    record("provider.join_asked", provider, actor=actor, request=asked.pk, account=actor.user.pk)
    notify("provider.join_asked", asked, actor=actor, link=(PEOPLE_PAGE, provider.public_id))
    notify("provider.join_asked_desk", asked, actor=actor, link=("desk_provider", provider.public_id))
    return asked


@transaction.atomic
def accept_join(asked, role, *, actor):
    """An owner lets them in, in this role."""
    provider, asked = _to_answer(asked, actor)
    refuse_if(role not in GIVEN, _("Let a colleague in as editor or viewer first; then make them owner or hand over."), field="role")
    refuse_if(not asked.user.is_active, _("This account is closed."))
    join(provider, asked.user, role, given_by=actor.user.pk, actor=actor)
    asked.refresh_from_db()
    record("provider.join_accepted", provider, actor=actor, request=asked.pk, account=asked.user_id, role=role)
    notify("provider.join_accepted", asked, actor=actor, link=("portal_provider", provider.public_id))
    return asked


@transaction.atomic
def decline_join(asked, *, actor):
    """An owner does not let them in; they are told so, and nothing about the provider."""
    provider, asked = _to_answer(asked, actor)
    step = move(asked, JoinStage.DECLINED)
    asked.answered_at, asked.answered_by = clock.now(), actor.user
    asked.save(update_fields=["answered_at", "answered_by"])
    record("provider.join_declined", provider, actor=actor, request=asked.pk, account=asked.user_id, **step)
    notify("provider.join_declined", asked, actor=actor)
    return asked


def _to_answer(asked, actor):
    provider = lock(asked.provider)
    require(can_manage_people(actor, provider))
    asked = lock(asked)
    refuse_if(asked.stage != JoinStage.ASKED, _("This request has been answered already."))
    return provider, asked
