"""A visit as it is taken along: everything that a member of the team needs without a network, and nothing of the others."""
import base64

from django.conf import settings
from django.utils import translation

from core import clock
from core.digests import digest_of_content
from visits import permissions, queries
from visits.kit import left_open, sections_of
from visits.models import Entry, Finding, Photo
from visits.wire import FORMAT


def pack_of(actor, visit) -> dict:
    """Ready for JSON. `version` says whether anything has changed since."""
    coverage = {one.item.pk: one for one in queries.coverage_of(visit)}
    items = [item_of(one.item, one) for one in coverage.values()]
    pack = {
        "format": FORMAT, "visit": facts_of(actor, visit), "items": items, "mine": mine_of(actor, visit),
        "entries": entries_of(actor, visit), "photos": photos_of(actor, visit),
    }
    digest = digest_of_content(pack)
    return {**pack, "version": digest[:16], "now": clock.now().isoformat()}


def facts_of(actor, visit):
    return {
        "id": str(visit.public_id), "label": visit.subject_label, "place": visit.place_name, "address": visit.address,
        "starts_at": visit.starts_at.isoformat(), "stage": visit.stage, "has_ended": visit.has_ended,
        "leads": permissions.can_lead(actor, visit),
        "team": [{"name": str(member.user), "leads": member.is_lead} for member in queries.members_of(visit)],
        "closing": {
            "statement": visit.closing_statement, "remarks": visit.provider_remarks, "acknowledged_by": visit.acknowledged_by,
            "acknowledged_function": visit.acknowledged_function, "is_signed": bool(visit.signature),
        },
    }


def item_of(item, coverage):
    return {
        "id": str(item.public_id), "code": item.code, "area": item.area_code, "judged": len(coverage.judged), "of": coverage.of,
        "is_agreed": coverage.is_agreed, "whose": str(item.judged_by) if item.judged_by else "", "words": in_each_language(item),
    }


def in_each_language(item):
    """{language: its words}: who takes a visit along may read it in another language there."""
    words = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words[language] = {"area": item.area, "title": item.title, "look": item.look,
                               "sections": [[one.heading, one.text] for one in sections_of(item)], "open": left_open()}
    return words


def mine_of(actor, visit):
    """{item: one's own judgement as it stands here}."""
    rows = Finding.objects.visible_to(actor).filter(item__visit=visit, author=actor.user).select_related("item")
    return {str(row.item.public_id): {"judgement": row.judgement, "reason_code": row.reason_code, "text": row.text, "version": row.version,
                                      "at": row.recorded_at.isoformat()} for row in rows}


def entries_of(actor, visit):
    rows = Entry.objects.visible_to(actor).filter(item__visit=visit, author=actor.user, removed_at=None).select_related("item")
    return [{"id": str(row.public_id), "item": str(row.item.public_id), "kind": row.kind, "source": row.source, "text": row.text}
            for row in rows.order_by("recorded_at", "pk")]


def photos_of(actor, visit):
    """How many of one's own stand at each item."""
    rows = Photo.objects.visible_to(actor).filter(item__visit=visit, author=actor.user, removed_at=None)
    counted = {}
    for item in rows.values_list("item__public_id", flat=True):
        counted[str(item)] = counted.get(str(item), 0) + 1
    return counted


def secret_in_words(key):
    """A RecorderKey's secret for the device, which makes it a key that no script can read again."""
    return base64.b64encode(bytes(key.secret)).decode()
