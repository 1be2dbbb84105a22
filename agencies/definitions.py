"""What each figure means, written once: pages, downloads and docs/guide.md say it in these words."""
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Definition(NamedTuple):
    key: str
    name: object
    meaning: object


class Step(NamedTuple):
    """One of the Central institute's four."""

    number: int
    name: object
    figures: tuple[Definition, ...]


STEPS = (
    Step(1, _("Network"), (
        Definition("activity", _("Network activity"), _(
            "Public activities that the agency published, by the year in which they began, and requests for project support that were "
            "granted to it in the year.")),)),
    Step(2, _("Management evaluation"), (
        Definition("score", _("Evaluation score"), _(
            "Total of the management evaluation of that year, out of 100 points with bonus and deductions. All agencies together: as it "
            "was published. An agency's own: as it was told, preliminary until it is final.")),
        Definition("grade", _("Grade"), _("Grade of that total, by the cut-offs of the year's set of indicators.")))),
    Step(3, _("Training"), (
        Definition("coverage", _("Training coverage"), _(
            "Share of the agency's employees who hold every mandatory training that is due, on 31 December; while the year runs, "
            "today.")),)),
    Step(4, _("Improved performance"), (
        Definition("providers", _("Certified providers"), _(
            "Organisations with at least one certificate in force on 31 December; while the year runs, today. A suspended certificate is "
            "not in force.")),
        Definition("improved", _("Improvement items closed"), _(
            "Items of the improvement plans after the evaluation of that year that are closed, of all of them.")))),
)
CERTIFICATION = (
    Definition("applications", _("Applications received"), _(
        "Applications that arrived in the year; the last time that one was handed in counts.")),
    Definition("finished", _("Evaluations finished"), _(
        "Applications whose result, certified or not certified, was announced in the year. After an appeal the last result counts; "
        "deferred is not finished.")),
    Definition("certified", _("Ended with a certificate"), _("Of the evaluations finished, those that ended with a certificate.")),
    Definition("refused", _("Ended without a certificate"), _("Of the evaluations finished, those that ended without one.")),
    Definition("median_days", _("Days to the result (median)"), _(
        "Median of the days from the arrival of the application to the announcement, over the evaluations finished.")),
    Definition("appeals", _("Appeals"), _("Appeals against a result that arrived in the year, whatever became of them.")),
    Definition("certificates", _("Certificates in force"), _(
        "Certificates in force on 31 December; while the year runs, today. A suspended certificate is not in force.")),
    STEPS[3].figures[0],
    Definition("suspended", _("Certificates suspended"), _("Certificates of which a suspension began in the year.")),
    Definition("revoked", _("Certificates revoked"), _("Certificates whose revocation took effect in the year.")),
)
FOUR_STEPS = tuple(one for step in STEPS for one in step.figures)
HIDDEN = _("Fewer than 5 (1 to 4) are not told by number, so that nobody can be found by it. A sum is not told either when one of its "
           "parts is hidden, since the part could be worked out from it; totals of all agencies leave out what is hidden.")
