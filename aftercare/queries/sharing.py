"""What of its own case a provider can show to a consultant: answers, findings, files, as they were handed in and judged."""
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from aftercare.models import SharedCopy
from certification.models import Indicator
from evaluations.models import Application, RequiredIndicator, Seal, SealedAnswer, SealedFile

Kind = SharedCopy.Kind


@dataclass(frozen=True)
class Piece:
    """`key` is what a form knows it by. `text` or `sealed`, a sealed file."""

    key: str
    kind: str
    code: str
    name: str
    text: str = ""
    sealed: Any = None

    @property
    def label(self):
        what = {Kind.ANSWER: _("self-assessment"), Kind.FINDING: _("finding of the evaluation"), Kind.FILE: _("file")}[self.kind]
        return f"{self.code} {self.name} ({what})".strip()


def pieces_of(actor, certificate):
    """[Piece] of the case that the certificate came from, by indicator; empty where it was issued before the system."""
    case = certificate.matter and Application.objects.visible_to(actor).filter(public_id=certificate.matter).first()
    if not case:
        return []
    required = list(RequiredIndicator.objects.visible_to(actor).filter(application=case).select_related("indicator"))
    names = {one.code: one.indicator.name for one in required}
    found = [Piece(f"finding:{one.code}", Kind.FINDING, one.code, names[one.code], _finding(one)) for one in required if one.agreed]
    seal = Seal.objects.visible_to(actor).filter(application=case).order_by("-number").first()
    if seal:
        found += [Piece(f"answer:{one.code}", Kind.ANSWER, one.code, names.get(one.code, ""),
                        f"{one.get_rating_display()}\n{one.explanation}".strip())
                  for one in SealedAnswer.objects.visible_to(actor).filter(seal=seal)]
        found += [Piece(f"file:{one.public_id}", Kind.FILE, one.code, one.name, sealed=one)
                  for one in SealedFile.objects.visible_to(actor).filter(seal=seal).select_related("file")]
    return sorted(found, key=lambda one: (one.code, Kind.values.index(one.kind), one.name))


def _finding(required):
    return f"{required.get_agreed_display()}\n{required.agreed_reason}".strip()


def topics_for(actor, certificate):
    """[(code, name)]: the indicators of the edition by which it was certified, those of its service."""
    if certificate.version_id is None:
        return []
    rows = Indicator.objects.visible_to(actor).filter(version=certificate.version_id).order_by("position", "pk")
    return [one for one in rows if one.is_asked_of(certificate.service_type.code)]


def as_topics(indicators):
    """As a consultation keeps them."""
    return [{"code": one.code, "ko": one.name_ko, "en": one.name_en} for one in indicators]
