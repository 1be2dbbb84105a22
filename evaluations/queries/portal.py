"""What a provider's people read of their own applications. Staff, assessors and the committee have pages of their own."""
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from certification.models import Certificate, Indicator, RoundDocument
from correspondence.queries import open_deadlines
from evaluations.models import (
    Answer,
    AnswerEvidence,
    Application,
    Decision,
    GivenDocument,
    RequiredIndicator,
    Seal,
    SealedAnswer,
    SealedFile,
)
from evaluations.queries.parts import CASE
from evaluations.stages import ANNOUNCED
from providers.models import Evidence, Provider, ProviderMember
from providers.permissions import EDITORS


def own_applications(actor):
    """One's own and those one enters from paper, each with what its page shows of round, place and provider."""
    rows = Application.objects.visible_to(actor).filter(Application.written_by(actor))
    rows = rows.select_related("round", "service_type", "provider", "offering__site__district", "offering__site__provider")
    return rows.prefetch_related("round__late_accesses").annotate(own_role=role_at(actor, "provider")).order_by("-started_at", "-pk")


def with_documents(actor, rows):
    """Applications, each with `brought`: what its round asks to bring, and whether a file is given for it, in the order of the round."""
    given = GivenDocument.objects.visible_to(actor).filter(application=OuterRef(OuterRef("pk")), document=OuterRef("pk"))
    asked = RoundDocument.objects.visible_to(actor).filter(round=OuterRef("round")).order_by("position", "pk")
    facts = {name: name for name in ("id", "position", "code", "need", "name_ko", "name_en", "note_ko", "note_en")}
    return rows.annotate(brought=ArraySubquery(asked.values_list(JSONObject(**facts, has_file=Exists(given)))))


def own_answers(actor):
    """Answers of one's own applications, each with its question and its application."""
    rows = Answer.objects.visible_to(actor)
    rows = rows.select_related("application__round", "application__provider", "application__service_type", "indicator__criterion__area",
                               "saved_by__person", "earlier")
    return rows.annotate(own_role=role_at(actor, "application__provider"))


def role_at(actor, provider):
    """For an annotation: the actor's own role at the provider that stands in this column."""
    mine = ProviderMember.objects.visible_to(CASE).filter(provider=OuterRef(provider), user=actor.user, left_at=None)
    return Subquery(mine.values("role")[:1])


def read_with_role(actor, row, provider):
    """The row; its provider knows from now on what the actor is there. `row` was read with `own_role`."""
    provider.read_by, provider.role_of_reader = actor.user.pk, row.own_role
    return row


def own_libraries(actor):
    """Providers whose library the actor may open: one's own, and those for which one enters an application from paper."""
    return Provider.objects.visible_to(actor).filter(_whose(actor, "pk")).order_by("pk")


def own_evidence(actor):
    """Documents in the library of one's own providers, or of one for which one enters an application from paper.

    Those taken out of it too: an answer may still point at them.
    """
    return Evidence.objects.visible_to(actor).filter(_whose(actor, "provider")).select_related("file__scan", "provider")


def _whose(actor, provider):
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    on_paper = Application.objects.visible_to(actor).filter(Application.on_paper(actor))
    return Q(**{f"{provider}__in": mine.values("provider")}) | Q(**{f"{provider}__in": on_paper.values("provider")})


def answer_supported_by(actor, document):
    """The actor's answer to which a document of the library was attached last, or None."""
    links = AnswerEvidence.objects.visible_to(actor).filter(evidence=document).select_related("answer__indicator")
    link = links.order_by("-added_at", "-pk").first()
    return link and link.answer


def providers_written_for(actor):
    """{id of a provider for which the actor may write}."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None, role__in=EDITORS)
    return set(mine.values_list("provider", flat=True))


TOLD_APART = ("application.supplement", "appeal.hand_in", "application.visit_day")       # see told.next_of; the last is a day held


def deadlines_of_applications(applications):
    """{application's id: what runs for it now}. For whoever already reads the applications."""
    wanted = [str(one.pk) for one in applications]
    running = open_deadlines(CASE).filter(subject_type="evaluations.application", subject_id__in=wanted)
    running = running.exclude(kind__in=TOLD_APART)
    return {int(deadline.subject_id): deadline for deadline in running}


def submission_of(actor, application):
    """The latest submission with its receipt, or None."""
    rows = Seal.objects.visible_to(actor).filter(application=application)
    return rows.select_related("receipt__file", "application__round").defer("canonical").order_by("-number").first()


def own_submissions(actor):
    """Every submission of one's own applications, each with its receipt; the sealed text is fetched with it."""
    own = Application.objects.visible_to(actor).filter(Application.written_by(actor))
    rows = Seal.objects.visible_to(actor).filter(application__in=own)
    return rows.select_related("receipt__file", "application").order_by("-number")


def submission_with(number, sha256):
    """{number, sealed_at} of the submission whose receipt this is, or None: that it arrived, and when, is all that a holder is told."""
    rows = Seal.objects.visible_to(CASE).filter(application__number=number, sha256__startswith=sha256).exclude(application__number="")
    return rows.values("number", "sealed_at").first()


def handed_in(actor, seal):
    """[(sealed answer, its indicator, [sealed files])] in the order of the indicators."""
    version = seal.application.round.version_id
    indicators = {one.code: one for one in Indicator.objects.visible_to(actor).filter(version=version)}
    files = {}
    for file in SealedFile.objects.visible_to(actor).filter(seal=seal).select_related("file__scan").order_by("code", "pk"):
        files.setdefault(file.code, []).append(file)
    answers = SealedAnswer.objects.visible_to(actor).filter(seal=seal).order_by("position")
    return [(answer, indicators.get(answer.code), files.get(answer.code, [])) for answer in answers]


def report_of(actor, application):
    """What was found, indicator by indicator, as it was announced; empty before. What the provider reads earlier is the draft report."""
    if application.stage not in ANNOUNCED:
        return RequiredIndicator.objects.visible_to(actor).none()
    rows = RequiredIndicator.objects.visible_to(actor).filter(application=application)
    return rows.select_related("indicator").order_by("position")


def final_reasons(actor, application):
    """{required indicator's id: the reason in the words of the announced decision}."""
    if application.stage not in ANNOUNCED:
        return {}
    decision = Decision.objects.visible_to(actor).filter(application=application).order_by("-decided_at", "-pk").first()
    return dict(decision.per_indicator.values_list("required", "text")) if decision else {}


def certificate_of(actor, application):
    """The certificate that came from this application, or None."""
    rows = Certificate.objects.visible_to(actor).filter(matter=application.matter)
    return rows.order_by("-valid_from", "-pk").first()
