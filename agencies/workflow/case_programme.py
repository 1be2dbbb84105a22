"""The programme of the yearly conference: its day and place, its sessions one after another, shown to everybody."""
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.case_permissions import can_keep_calls, can_publish_calls
from agencies.models import CaseProgramme, ProgrammeSession
from core import clock
from core.errors import Refused
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def draft_programme(*, actor, **facts):
    require(can_keep_calls(actor))
    programme = _written(CaseProgramme(), facts)
    record("programme.drafted", programme, actor=actor, held_on=programme.held_on)
    return programme


@transaction.atomic
def change_programme(programme, *, base_version, actor, **facts):
    """Of one that is published the change is seen at once."""
    programme = lock(programme)
    require(can_keep_calls(actor))
    refuse_if(programme.version != base_version, _("Somebody else has changed this meanwhile. Load the page again to see it."))
    programme.version += 1
    programme = _written(programme, facts)
    record("programme.changed", programme, actor=actor, version=programme.version, held_on=programme.held_on)
    return programme


def _written(programme, facts):
    for name, value in facts.items():
        setattr(programme, name, value)
    try:
        with transaction.atomic():
            programme.save()
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "one_conference_a_year":
            raise
        raise Refused(_("There is a programme of this year already."), "year") from None
    _renew(programme)
    return programme


@transaction.atomic
def add_session(programme, *, begins, ends, actor, **facts):
    """A session; two cannot be held at the same time in one room."""
    programme = lock(programme)
    require(can_keep_calls(actor))
    refuse_if(ends <= begins, _("It ends before it begins."), field="ends")
    taken = ProgrammeSession.everything.filter(Q(begins__lt=ends) & Q(ends__gt=begins), programme=programme).first()
    refuse_if(taken, _("“%(title)s” is held at that time."), field="begins", title=str(taken) if taken else "")
    session = ProgrammeSession.everything.create(programme=programme, begins=begins, ends=ends, **facts)
    record("programme.session_added", programme, actor=actor, session=session.pk)
    _renew(programme)
    return session


@transaction.atomic
def remove_session(session, *, actor):
    programme = lock(session.programme)
    require(can_keep_calls(actor))
    record("programme.session_removed", programme, actor=actor, session=session.pk)
    session.delete()
    _renew(programme)
    return programme


@transaction.atomic
def publish_programme(programme, *, actor):
    """Everybody reads it from now on."""
    programme = lock(programme)
    require(can_publish_calls(actor))
    refuse_if(not ProgrammeSession.everything.filter(programme=programme).exists(), _("The programme has no session yet."))
    if programme.published_at is None:
        programme.published_at = clock.now()
        programme.save(update_fields=["published_at"])
        record("programme.published", programme, actor=actor)
        _renew(programme)
    return programme


def _renew(programme):
    if programme.published_at:
        renew_public_pages(current_agency())
