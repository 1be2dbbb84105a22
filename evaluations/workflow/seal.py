"""Freezing what is handed in: one canonical text, its SHA-256, and the rows that assessors read."""
import hashlib
import json

from core.clock import seoul
from evaluations.models import AnswerEvidence, EarlierAnswer, Seal, SealedAnswer, SealedFile, SealedReply, SupplementItem
from evaluations.models.seal import Standing
from evaluations.queries.eligibility import findings_of
from evaluations.queries.parts import answers_in, documents_given
from providers.models import Offering


def seal_application(application, *, actor, arrived_at, entered_at=None):
    """The next seal of this application, linked to the one before by its hash. `entered_at`: when the agency handed in what arrived on
    paper. Returns it."""
    previous = Seal.everything.filter(application=application).order_by("-number").first()
    answers = list(answers_in(application))
    files, documents = _files_of(answers), [(given.document.code, given.evidence) for given in documents_given(application)]
    facts = facts_of(application) | {"eligibility": [one.kept() for one in findings_of(application)]}
    standing = _standing_of(application, answers)
    content = {
        "application": str(application.public_id), "number": application.number, "arrived_at": seoul(arrived_at).isoformat(),
        **({"on_paper": True, "entered_at": seoul(entered_at).isoformat()} if entered_at else {}),
        "round": str(application.round.public_id), "version": str(application.round.version.public_id),
        "previous": previous.sha256 if previous else "", **facts,
        **({"renews": application.renews.number} if application.renews_id else {}),
        "answers": [{"indicator": answer.indicator.code, "rating": answer.rating, "explanation": answer.explanation,
                     **standing.get(answer.pk, {})} for answer in answers],
        "files": [{"indicator": code, **_told(evidence)} for code, evidence in files],
        "documents": [{"document": code, **_told(evidence)} for code, evidence in documents],
        "pledge": {"at": seoul(application.pledged_at).isoformat(), "shows_head_name": application.shows_head_name,
                   "personal_data": True, "asks_authorities": application.asks_authorities},
    }
    seal = _sealed(application, previous, content, facts, actor, arrived_at, entered_at)
    SealedAnswer.everything.bulk_create(
        SealedAnswer(seal=seal, code=answer.indicator.code, position=answer.indicator.position, rating=answer.rating,
                     explanation=answer.explanation, **standing.get(answer.pk, {})) for answer in answers)
    SealedFile.everything.bulk_create(
        SealedFile(seal=seal, code=code, file=evidence.file, name=evidence.name, sha256=evidence.file.sha256, size=evidence.file.size)
        for code, evidence in files + documents)
    return seal


def _standing_of(application, answers):
    """{answer's id: how it stands to the last cycle}, of a renewal."""
    if application.renews_id is None:
        return {}
    before = {row.answer_id: row for row in EarlierAnswer.everything.filter(answer__in=answers)}
    return {answer.pk: _standing(answer, before.get(answer.pk)) for answer in answers}


def _standing(answer, earlier):
    if earlier is None:
        return {"standing": Standing.NEW}
    return {"standing": Standing.UNCHANGED} if earlier.is_repeated_by(answer) else {
        "standing": Standing.CHANGED, "earlier": earlier.explanation}


def _told(evidence):
    """The file as it is, with what was known of malware in it at this moment."""
    return _named(evidence) | {"malware_scan": evidence.file.scan_state}


def _sealed(application, previous, content, facts, actor, arrived_at, entered_at=None):
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Seal.everything.create(
        application=application, number=previous.number + 1 if previous else 1, sealed_at=arrived_at, entered_at=entered_at,
        sealed_by=actor.user, canonical=canonical, sha256=hashlib.sha256(canonical.encode()).hexdigest(), facts=facts,
    )


def seal_supplement(bundle, previous, replies, *, actor, arrived_at):
    """The seal before with the replies in it: texts of indicators changed, files added, everything else as it was. Returns it."""
    content = {name: value for name, value in json.loads(previous.canonical).items() if name not in ("on_paper", "entered_at")}
    texts = {reply.item.code: reply.text for reply in replies if reply.item.kind == SupplementItem.Kind.INDICATOR}
    added = [(reply, link.evidence) for reply in replies for link in reply.evidence.all()]
    content |= {
        "arrived_at": seoul(arrived_at).isoformat(), "previous": previous.sha256,
        "answers": [one | {"explanation": texts.get(one["indicator"], one["explanation"])} for one in content["answers"]],
        "files": [*content["files"], *[{"indicator": reply.item.code, **_told(one)} for reply, one in added]],
        "supplement": {"request": str(bundle.public_id), "stage": bundle.phase, "items": [
            {"about": reply.item.kind, "code": reply.item.code, "asked": reply.item.text, "answer": reply.text,
             "files": [_told(link.evidence) for link in reply.evidence.all()]} for reply in replies]},
    }
    seal = _sealed(bundle.application, previous, content, previous.facts, actor, arrived_at)
    SealedAnswer.everything.bulk_create(
        SealedAnswer(seal=seal, code=one.code, position=one.position, rating=one.rating, explanation=texts.get(one.code, one.explanation),
                     standing=one.standing, earlier=one.earlier) for one in previous.answers.all())
    sealed = {reply.pk: SealedReply.everything.create(
        seal=seal, item=reply.item, position=place, kind=reply.item.kind, code=reply.item.code, asked=reply.item.text,
        before=reply.before, text=reply.text) for place, reply in enumerate(replies, 1)}
    kept = [SealedFile(seal=seal, code=one.code, reply_id=one.reply_id, file_id=one.file_id, name=one.name, sha256=one.sha256,
                       size=one.size) for one in previous.files.all()]
    new = [SealedFile(seal=seal, code=reply.item.code, reply=sealed[reply.pk], file=one.file, **_named(one)) for reply, one in added]
    SealedFile.everything.bulk_create([*kept, *new])
    return seal


def _named(evidence):
    return {"name": evidence.name, "sha256": evidence.file.sha256, "size": evidence.file.size}


def _files_of(answers):
    """[(indicator's code, evidence)] in the order of the indicators and of giving."""
    codes = {answer.pk: answer.indicator.code for answer in answers}
    links = AnswerEvidence.everything.filter(answer__in=codes).select_related("evidence__file__scan")
    return [(codes[link.answer_id], link.evidence) for link in links.order_by("answer__indicator__position", "added_at", "pk")]


def facts_of(application):
    """Provider and offering as they are on this day; what the certificate will say."""
    offering = Offering.everything.select_related("service_type", "site__district", "site__provider__district").get(
        pk=application.offering_id)
    site, provider = offering.site, offering.site.provider
    return {
        "provider": {"public_id": str(provider.public_id), "name": provider.name, "name_en": provider.name_en,
                     "business_number": provider.business_number, "head_name": provider.head_name, "address": provider.address},
        "offering": {"public_id": str(offering.public_id), "service": offering.service_type.code, "site": site.name,
                     "address": site.address, "district": site.district.code, "phone": site.phone,
                     "latitude": site.latitude and str(site.latitude), "longitude": site.longitude and str(site.longitude),
                     "registration_number": offering.registration_number,
                     "registered_on": offering.registered_on and offering.registered_on.isoformat()},
    }
