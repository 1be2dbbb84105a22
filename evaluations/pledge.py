"""What a provider is asked to agree to when it applies: the pledge and the consents, each in the words that are shown and kept.

The consents say what Personal Information Protection Act art. 15(2) wants said: what for, which data, how long, and that one may refuse.
"""
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from evaluations.models import Consent

Kind = Consent.Kind
TITLES = {
    Kind.PLEDGE: _("Pledge"),
    Kind.PERSONAL_DATA: _("Consent to the collection and use of personal data"),
    Kind.DISPOSITIONS: _("Consent to asking the authorities for administrative dispositions"),
    Kind.HEAD_NAME: _("The representative's name in the public register"),
}
LINES = {
    Kind.PLEDGE: (
        _("What we write and hand in is true. If it is found to be false, the application may be returned and a certificate revoked."),
        _("We support the evaluation: we show the originals of the evidence and answer the assessors' questions at the site."),
        _("If we are certified, we use the certification mark only for the certified service at the certified site, and only "
                     "while the certificate is valid."),
    ),
    Kind.PERSONAL_DATA: (
        _("Purpose: evaluating this application, telling its result, and looking after the certificate for three years."),
        _("Data: name, telephone number and e-mail address of the representative and of those who work on the application; names, "
                     "licences and careers of staff as far as they stand in the evidence."),
        _("Kept: for five years after the certificate has ended; without a certificate, for five years after the decision."),
        _("You may refuse. The application can then not be evaluated."),
    ),
    Kind.DISPOSITIONS: (
        _("Purpose: finding out whether the organisation was given an administrative disposition in the last three years."),
        _("Data: name, business number and representative of the organisation; kind, day and authority of a disposition."),
        _("Kept: as long as the application."),
        _("You may refuse. You then hand in a confirmation of the authority yourself, under the documents."),
    ),
    Kind.HEAD_NAME: (
        _("Once certified, the public register can name the representative beside the organisation, as long as the certificate "
                     "is shown there."),
        _("You may say no: it makes no difference to the evaluation."),
    ),
}


@dataclass(frozen=True)
class Question:
    """One thing that is agreed to or not, in the page's language."""

    kind: str

    @property
    def title(self):
        return gettext(TITLES[self.kind])

    @property
    def lines(self):
        return [gettext(line) for line in LINES[self.kind]]

    @property
    def words(self):
        """All of it, as it is kept."""
        return "\n".join([self.title, *self.lines])


QUESTIONS = {kind: Question(kind) for kind in Kind}
