"""Providers are told early: asked what they think of a draft, or told that an edition is published; reminded if they have not read it."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.models import EarlyNotice
from certification.permissions import can_publish_framework
from certification.queries.early_notice import EVENTS, TELLING, early_notices_of, people_to_remind, people_to_tell
from core import clock
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require
from correspondence.queries import notices_about
from correspondence.workflow import mark_read, notify

Kind = EarlyNotice.Kind


@transaction.atomic
def consult_providers(version, *, words_ko, words_en, answer_until, actor):
    """Ask all providers about a draft, which everybody may read from now on; it may still change."""
    version = lock(version)
    require(can_publish_framework(actor))
    refuse_if(version.published_at, _("This edition is published. Tell the providers so."))
    refuse_if(not version.indicators.exists(), _("This edition has no indicator yet."))
    refuse_if(answer_until is None or answer_until < clock.today(), _("Give a day to come, until which you want to hear opinions."),
              field="answer_until")
    if version.consulted_at is None:
        version.consulted_at = clock.now()
        version.save(update_fields=["consulted_at"])
    notice = _send(version, Kind.CONSULTATION, actor, words_ko=words_ko, words_en=words_en, answer_until=answer_until)
    renew_public_pages(current_agency())
    return notice


@transaction.atomic
def tell_providers(version, *, words_ko, words_en, actor):
    """Tell all providers that an edition is published, with what it asks otherwise."""
    version = lock(version)
    require(can_publish_framework(actor))
    refuse_if(version.published_at is None, _("This edition is a draft. Ask the providers what they think of it."))
    return _send(version, Kind.PUBLICATION, actor, words_ko=words_ko, words_en=words_en)


def _send(version, kind, actor, **said):
    notice = EarlyNotice(version=version, kind=kind, sent_at=clock.now(), sent_by=actor.user, **said)
    refuse_if(not people_to_tell(notice).exists(), _("There is no confirmed provider yet whom one could tell."))
    notice.save()
    notify(EVENTS[kind], notice, actor=actor, link=_link(version))
    record("framework.providers_told", notice, actor=actor, version=version.pk, kind=kind)
    return notice


@transaction.atomic
def remind_unread(notice, *, actor):
    """Once more, and only to those who have not opened it."""
    notice = lock(notice)
    require(can_publish_framework(actor))
    refuse_if(not people_to_remind(notice).exists(), _("Everybody who was told has read it."))
    refuse_if(notice.reminded_at and clock.seoul(notice.reminded_at).date() == clock.today(),
              _("They were reminded today already. Wait until tomorrow."))
    notice.reminded_at = clock.now()
    notice.save(update_fields=["reminded_at"])
    notify("framework.reminder", notice, actor=actor, link=_link(notice.version))
    record("framework.providers_reminded", notice, actor=actor, version=notice.version_id)
    return notice


@transaction.atomic
def note_as_read(version, *, actor):
    """This person has followed the link of a message about an edition. Returns how many messages were new to them."""
    if actor.user is None:
        return 0
    about = [str(pk) for pk in early_notices_of(TELLING, version).values_list("pk", flat=True)]
    unread = notices_about(actor, EarlyNotice).filter(subject_id__in=about, read_at=None)
    return len([mark_read(notice, actor=actor) for notice in unread])


def _link(version):
    """Leads on to what is different; for whoever is signed in it counts as read."""
    return ("framework_told", version.public_id)
