"""Being told of a certificate's changes by e-mail: asked for, confirmed by the address itself, one message a day, stopped, erased."""
import uuid
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts import directory
from certification import queries
from certification.models import RegisterEntry, Watch
from certification.permissions import can_keep_watches
from core import clock
from core.calendar import months_before
from core.tenancy import current_agency
from core.workflow import enqueue, lock, record, refuse_if, require

CONFIRM_WITHIN = timedelta(hours=48)


@transaction.atomic
def ask_to_watch(entry, email, *, language, actor):
    """Waits for the address to say so itself. To one that has not, a single message goes within two days, however often somebody asks.

    Nothing in the answer says whether the address is known.
    """
    agency, reader = lock(current_agency()), queries.reader_of(email)           # one after the other: of two that ask at once one writes
    refuse_if(agency.is_closed, _("This agency is closed: nothing changes in its register any more."))
    unconfirmed = Watch.everything.filter(reader=reader, confirmed_at=None)
    erase(list(unconfirmed.filter(asked_at__lte=clock.now() - CONFIRM_WITHIN)), "watch.erased", actor=actor)
    waiting = unconfirmed.exists()
    watch, is_new = Watch.everything.get_or_create(entry=entry, reader=reader, defaults={
        "email": email.lower(), "language": language, "asked_at": clock.now()})
    if is_new:
        record("watch.asked", watch, actor=actor, entry=entry.pk)
    if is_new and not waiting:
        enqueue("certification.tasks.send_watch_confirmation", watch_id=watch.pk, mark=uuid.uuid4().hex)
    return watch


@transaction.atomic
def confirm_watches(reader, *, actor):
    """Whoever reads this address wants it: all that waits for it. They are told what happens from now on. Returns how many."""
    require(can_keep_watches(actor))
    now, told = clock.now(), queries.cursor_of(queries.latest_place())
    waiting = Watch.everything.filter(reader=reader, confirmed_at=None, asked_at__gt=now - CONFIRM_WITHIN).order_by("pk")
    waiting = list(waiting.select_for_update())
    for watch in waiting:
        watch.confirmed_at, watch.told = now, told
        watch.save(update_fields=["confirmed_at", "told"])
        record("watch.confirmed", watch, actor=actor, entry=watch.entry_id)
    return len(waiting)


@transaction.atomic
def stop_watches(reader, *, actor, only=None):
    """Nothing of them is kept. `only`: a single certificate's number. A second time changes nothing. Returns how many."""
    require(can_keep_watches(actor))
    rows = Watch.everything.filter(reader=reader, **({"entry__number": only} if only else {})).order_by("pk")
    return erase(list(rows.select_for_update(of=("self",))), "watch.stopped", actor=actor)


def erase(rows, verb, *, actor):
    for watch in rows:
        record(verb, watch, actor=actor, entry=watch.entry_id)
    Watch.everything.filter(pk__in=[watch.pk for watch in rows]).delete()
    return len(rows)


@transaction.atomic
def erase_watches(*, actor):
    """What was not confirmed in time, and what watches a certificate that has left the list for good. Returns how many."""
    require(can_keep_watches(actor))
    gone = months_before(clock.today(), directory.months_listed(current_agency().pk))
    over = Q(entry__ended_on__lte=gone) | Q(entry__valid_to__lt=gone)
    late = Q(confirmed_at=None, asked_at__lte=clock.now() - CONFIRM_WITHIN)
    rows = Watch.everything.filter(over | late).order_by("pk")
    return erase(list(rows.select_for_update(of=("self",))), "watch.erased", actor=actor)


@transaction.atomic
def tell_reader(reader, *, actor):
    """One message about all that changed since the last one, and none if today's has gone. Returns whether one was asked for."""
    require(can_keep_watches(actor))
    rows = Watch.everything.filter(reader=reader).exclude(confirmed_at=None).select_related("entry").order_by("pk")
    rows = list(rows.select_for_update(of=("self",)))           # of two clocks that strike at once one waits, and finds it told
    if any(watch.told_on == clock.today() for watch in rows):
        return False
    news = {str(watch.pk): [watch.told, queries.cursor_of(queries.place_of(changes[-1]))]
            for watch in rows if (changes := queries.news_for(watch))}
    for watch in rows:
        if str(watch.pk) in news:
            watch.told, watch.told_on = news[str(watch.pk)][1], clock.today()
            watch.save(update_fields=["told", "told_on"])
    if news:
        enqueue("certification.tasks.send_watch_digest", news=news, mark=uuid.uuid4().hex)
        record("watch.told", current_agency(), actor=actor, count=len(news))
    return bool(news)


def readers_with_news(*, actor):
    """The addresses, as hashes, for whom something may have happened at the current agency."""
    require(can_keep_watches(actor))
    rows = Watch.everything.exclude(confirmed_at=None).exclude(told_on=clock.today())
    places = {watch.pk: queries.place_in(watch.told) for watch in rows}
    if not places:
        return []
    changed = queries.changed_numbers(current_agency(), min(places.values()))
    numbers = RegisterEntry.everything.filter(agency=current_agency(), number__in=changed)
    return sorted(set(rows.filter(entry__in=numbers).values_list("reader", flat=True)))
