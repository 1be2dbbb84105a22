"""Telling people: asked for in the transaction of what happened, worked out when it is sent, read in the inbox."""
import uuid
from datetime import date, datetime
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.module_loading import import_string

from accounts.models import User
from core import clock
from core.addresses import absolute_url
from core.tenancy import TenantRow, current_agency
from core.wording import day_in_words, moment_in_words
from core.workflow import enqueue, lock, record, require
from correspondence.events import ALWAYS, LANGUAGES, find_event
from correspondence.models import Delivery, Notice, TemplateText
from correspondence.permissions import can_read
from correspondence.placeholders import fill, one_line, plain


def notify(event, subject, *, actor, link=None, **facts):
    """Tell the people of an event, once this transaction is true. `link`: a URL name and its arguments, at this agency.

    Who they are, their language and the subject's name are asked when it is sent. Facts are what the subject cannot say by then:
    words, numbers, dates; no names.
    """
    declared = find_event(event)
    _refuse_what_is_not_whole(declared, subject, facts, link)
    return enqueue(
        "correspondence.tasks.announce", announcement=str(uuid.uuid4()), event=event,
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk),
        facts={name: _kept(value) for name, value in facts.items()}, link=absolute_url(current_agency(), *link) if link else "",
        told_at=clock.now().isoformat(), asked_by=actor.user and actor.user.pk,
    )


def _refuse_what_is_not_whole(declared, subject, facts, link):
    """A mistake of the caller is the caller's error, not a text with a hole at somebody's door."""
    if not isinstance(subject, TenantRow):
        raise TypeError(f"{declared.name}: the subject is a row of this agency, not {subject!r}")
    if unknown := set(facts) - set(declared.placeholders):
        raise LookupError(f"{declared.name} declares no {sorted(unknown)}")
    known = {*facts, "agency", "subject", subject._meta.model_name, *(["link"] if link else [])}
    if missing := [name for name in declared.placeholders if name not in known and (name == "link" or not hasattr(subject, name))]:
        raise LookupError(f"{declared.name} needs {missing}")


def _kept(value):
    """A fact as it waits in the errand; a day is put into words only when the reader's language is known."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, dict) and set(value) == set(LANGUAGES):            # words that were put together in each language
        return {language: plain(words) for language, words in value.items()}
    if isinstance(value, (str, int)):
        return value if isinstance(value, int) else plain(value)
    raise TypeError(f"a fact is words, a number or a date, not {value!r}")


@transaction.atomic
def announce(subject_type, subject_id, *, actor, announcement, event, facts, link, told_at, asked_by):
    """Write each recipient's notice in their language and send it on its way. Nobody selected: nobody is told. Twice is once."""
    declared, subject = find_event(event), apps.get_model(subject_type).everything.filter(pk=subject_id).first()
    if subject is None:
        return []                               # it was taken back before anybody was told
    written, wordings = [], {}
    for user in _recipients(declared, subject):
        language = user.language if user.language in LANGUAGES else LANGUAGES[0]
        if language not in wordings:
            wordings[language] = _wording(declared, subject, facts, link, language)
        title, body = wordings[language]
        notice, is_new = Notice.everything.get_or_create(public_id=uuid.uuid5(uuid.UUID(announcement), str(user.pk)), defaults={
            "recipient": user, "event": event, "subject_type": subject_type, "subject_id": subject_id, "language": language,
            "title": title, "body": body, "link": link, "sent_at": datetime.fromisoformat(told_at),
        })
        if is_new:
            _deliver(notice, user.email)
            written.append(notice)
    record("notice.written", subject, actor=actor, event=event, asked_by=asked_by, recipients=[n.recipient_id for n in written])
    return written


def _recipients(declared, subject):
    """Each account once, closed ones not at all; whatever is no account is an error."""
    chosen = {}
    for user in import_string(declared.recipients)(subject) or ():
        if not isinstance(user, User):
            raise TypeError(f"{declared.recipients} names {user!r}, which is no account")
        if user.is_active:
            chosen[user.pk] = user
    return [chosen[pk] for pk in sorted(chosen)]


def _deliver(notice, address):
    """One Message-ID for ever: a second copy is known by it."""
    channel = Delivery.Channel.EMAIL
    message_id = f"<{notice.public_id}.{channel}@{urlsplit(settings.SITE_URL).hostname}>"
    delivery = Delivery.everything.create(notice=notice, channel=channel, address=address, message_id=message_id, asked_at=clock.real_now())
    enqueue("correspondence.tasks.send_delivery", delivery_id=delivery.pk)


def _wording(declared, subject, facts, link, language):
    """(title, body) in that language: the agency's own latest text, else the app's."""
    with translation.override(language):
        values = {name: _word(name, subject, facts, link, language) for name in declared.may_stand}
        title, body = _text(declared, language)
        return one_line(fill(title, values))[:200], plain(fill(body, values))


def _text(declared, language):
    own = TemplateText.everything.filter(event=declared.name, language=language).order_by("-version").first()
    return (own.subject, own.body) if own and own.subject else declared.text(language)


def _word(name, subject, facts, link, language):
    """What stands for one placeholder: a fact, what can always be said, or what the subject says of itself by now."""
    if name in facts:
        return _said(facts[name], language)
    if name in ALWAYS or name == subject._meta.model_name:
        return one_line({"agency": current_agency().name, "link": link}.get(name, subject))
    display = getattr(subject, f"get_{name}_display", None)
    return _said(display() if display else getattr(subject, name), language)


def _said(value, language):
    if isinstance(value, dict) and language in value:
        return value[language]
    if isinstance(value, dict):
        value = datetime.fromisoformat(value["moment"]) if "moment" in value else date.fromisoformat(value["day"])
    if isinstance(value, datetime):
        return moment_in_words(value, language)
    if isinstance(value, date):
        return day_in_words(value, language)
    return plain("" if value is None else value)


@transaction.atomic
def mark_read(notice, *, actor):
    """The recipient has opened it; the first time counts."""
    notice = lock(notice)
    require(can_read(actor, notice))
    if notice.read_at is None:
        notice.read_at = clock.now()
        notice.save(update_fields=["read_at"])
    return notice


def mark_all_read(*, actor):
    """Everything in this person's inbox here. Returns how many were new."""
    require(actor.user is not None)
    return Notice.objects.visible_to(actor).filter(read_at=None, recipient=actor.user).update(read_at=clock.now())
