"""What one house wrote is told in the other by a job of its own: rounds of questions, answers, the assessment on site."""
from celery import shared_task
from django.db.models import F, Q

from accounts.actors import Actor
from agencies.models import Answer, AnswerFile, QuestionBundle, SiteAssessment, SiteRemark
from agencies.workflow.answer import note_answer_scan, receive_answers, tell_of_bundle
from agencies.workflow.site import receive_remark, tell_of_site
from agencies.workflow.site import take_over_site as take_over
from core.models import FileScan
from core.tasks import carried_on, every_agency
from core.tenancy import within
from visits.models import Visit

TELLING = Actor.system("what the other house wrote")


def take_over_site(*, visit_id):
    """A visit to an agency has ended."""
    take_over(Visit.everything.get(pk=visit_id), actor=TELLING)


@shared_task
def follow_ratings():
    """At each agency, by state: what no beat did is done by the next. Returns how much was told."""
    return sum(tell_of_ratings(agency) for agency in every_agency())


def tell_of_ratings(agency):
    """Everything of the question round and the assessment on site that this agency has still to hear of."""
    with within(agency):
        work = _at_central() if agency.is_central else _at_agency(agency)
    return sum(bool(carried_on(agency, tell, row, actor=TELLING)) for tell, row in work)


def _at_agency(agency):
    bundles = QuestionBundle.everything.filter(assessed=agency, noticed_at=None)
    sites = SiteAssessment.everything.filter(assessed=agency).filter(
        Q(state="planned") & (Q(told_of=None) | ~Q(told_of=F("starts_at"))) | Q(state="closed", closing_told_at=None))
    doubtful = AnswerFile.everything.filter(agency=agency, scan=FileScan.State.WAITING, answer__sent_at__isnull=False)
    return [(tell_of_bundle, one) for one in bundles] + [(tell_of_site, one) for one in sites] + [
        (note_answer_scan, one) for one in doubtful.select_related("file__scan") if one.file.scan_state != one.scan]


def _at_central():
    waiting = Answer.everything.filter(sent_at__isnull=False, received_at=None).values("question__bundle")
    return [(receive_answers, one) for one in QuestionBundle.everything.filter(pk__in=waiting)] + [
        (receive_remark, one) for one in SiteRemark.everything.filter(received_at=None)]
