"""Renewal (재인증): begun within its certificate's days, with the answers of the last cycle at hand; the certificate holds on meanwhile."""
from accounts.actors import Actor
from certification.models import Indicator, Requirement
from certification.models.certificate import State
from certification.queries import one_to_one
from certification.renewal import renewal_window
from core import clock
from core.workflow import refuse_if
from evaluations.eligibility import Known, findings
from evaluations.models import AnswerEvidence, EarlierAnswer, Seal, SealedFile
from providers.models import Evidence

CARRYING = Actor.system("what became of indicators between two cycles")


def what_is_renewed(round, certificate, provider, arrived_at):
    """The fields of an application that renews this certificate. Refused where there is none, outside its days and while suspended."""
    on = clock.seoul(arrived_at).date()
    window = certificate and renewal_window(certificate.framework, certificate.valid_to)
    known = Known(notice=on, today=on, certificate=certificate and (certificate.number_shown, certificate.valid_to), renewal=window,
                  is_suspended=bool(certificate) and certificate.state == State.SUSPENDED,
                  is_let_in_late=arrived_at < round.late_until(provider))
    found, = findings([(Requirement.RENEWABLE, {})], known)
    refuse_if(not found.met, found.words)
    return {"renews": certificate, "renews_until": certificate.valid_to, "renewal_closes_on": window.closes_on}


def carry_over(application, answers):
    """Lay the answers of the last cycle beside the new ones, and link the documents that are still in the library. Part of beginning."""
    seal = _last_seal(application.renews)
    if seal is None:
        return
    sealed, leads = {row.code: row for row in seal.answers.all()}, _led_from(application.round.version, seal.application.round.version)
    pairs = [(answer, sealed[leads[answer.indicator_id][0]], leads[answer.indicator_id][1]) for answer in answers
             if answer.indicator_id in leads and leads[answer.indicator_id][0] in sealed]
    EarlierAnswer.everything.bulk_create(
        EarlierAnswer(answer=answer, rating=row.rating, explanation=row.explanation, handed_in_at=seal.sealed_at, is_reworded=is_reworded)
        for answer, row, is_reworded in pairs)
    _link_documents(application, seal, {row.code: answer for answer, row, _is_reworded in pairs})


def _last_seal(certificate):
    """What the certificate was given for, as it was handed in last; None where it came from elsewhere."""
    if certificate is None or certificate.matter is None:
        return None
    rows = Seal.everything.filter(application__public_id=certificate.matter).select_related("application__round__version")
    return rows.order_by("-number").first()


def _led_from(version, old):
    """{indicator's id: (code in the old edition, whether it was reworded)}, one to one as the mapping of the editions has it."""
    rows = Indicator.objects.visible_to(CARRYING).filter(version__in=(version, old))
    codes = {row.pk: row.code for row in rows}
    if version.pk == old.pk:
        return {pk: (code, False) for pk, code in codes.items()}
    return {new: (codes[before], is_reworded) for before, (new, is_reworded) in one_to_one(CARRYING, old, version).items()
            if before in codes}


def _link_documents(application, seal, answers):
    """The newest version of each document that was handed in then, as far as its provider still has it in use."""
    wanted = list(SealedFile.everything.filter(seal=seal, code__in=answers).values_list("code", "file"))
    lineages = dict(Evidence.everything.filter(provider=application.provider_id, file__in=[file for _code, file in wanted]).values_list(
        "file", "lineage"))
    in_use = Evidence.everything.filter(lineage__in=lineages.values(), replaced_at=None, removed_at=None)
    newest = {row.lineage: row for row in in_use}
    pairs = dict.fromkeys((answers[code].pk, newest[lineages[file]].pk) for code, file in wanted
                          if file in lineages and lineages[file] in newest)
    AnswerEvidence.everything.bulk_create(AnswerEvidence(answer_id=answer, evidence_id=evidence, added_at=clock.now())
                                          for answer, evidence in pairs)
