"""What stands in the blanks of the pages about ratings of agencies: rows as Central has them, at any agency; each text says whose it is."""
from datetime import timedelta

from accounts.models import Agency
from agencies.models import (
    Answer,
    AnswerFile,
    Consensus,
    Discussion,
    GroupMember,
    ManagementIndicator,
    ManagementRating,
    Participation,
    ProposedQuestion,
    Question,
    QuestionBundle,
    RatingSheet,
    SiteAssessment,
)
from agencies.queries.rating import SUBJECT
from core import clock
from core.files import path_of
from tests import factories as f
from tests.agencies.sets import draft_set
from tests.architecture.holding import kept

YEAR = 2034
OWN = {
    "management_declaration": "management_declaration", "rating_discussion": "rating_discussion", "rating_site": "site_assessment",
    **dict.fromkeys(("rating_sheet", "begin_rating", "hand_in_ratings", "desk_end_rating_sheet"), "rating_sheet"),
    **dict.fromkeys(("rating", "propose_question", "revise_rating"), "management_rating"),
    **dict.fromkeys(("rating_consensus", "close_consensus"), "rating_consensus"),
    **dict.fromkeys(("desk_end_group_member", "desk_lead_group"), "group_member"),
    **dict.fromkeys(("desk_rated_agency", "desk_questions", "desk_send_questions", "desk_site_visit", "desk_plan_site"), "rated_agency"),
    "answer_file": "answer_file", "desk_remove_answer_file": "answer_file", "rating_evidence": "performance_file",
    "desk_answer_questions": "question_bundle", "desk_move_site": "site_assessment", "desk_remark_on_site": "site_assessment",
}


def rated(place):
    """A year of which the cast's assessor rates one agency."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    made = draft_set(place.agency, year=YEAR)
    made.published_at = now
    made.save(update_fields=["published_at"])
    indicator = ManagementIndicator.everything.filter(indicator_set=made).select_related("area").first()
    other = Agency.objects.get(kind=Agency.Kind.CENTRAL)        # of the agency that is looked at nobody else reads a row of its own house
    row = Participation.everything.create(indicator_set=made, assessed=other, year=YEAR, out_at=now)
    about = {"participation": row, "area": indicator.area}
    member = GroupMember.everything.create(indicator_set=made, area=indicator.area, user=place.assessor, joined_at=now, is_lead=True)
    asked = f.DeclarationFactory(user=place.assessor, matter=row.public_id, subject_type=SUBJECT, subject_label=f"{mark}-agency",
                                 answered_at=now, has_interest=False)
    sheet = RatingSheet.everything.create(**about, user=place.assessor, assigned_at=now, begun_at=now)
    rating = ManagementRating.everything.create(sheet=sheet, indicator=indicator, first=80, comment=f"{mark}-comment")
    consensus = Consensus.everything.create(**about)
    discussion = Discussion.everything.create(consensus=consensus, **about, indicator=indicator, spread=30, note=f"{mark}-discussed")
    ProposedQuestion.everything.create(participation=row, indicator=indicator, text=f"{mark}-wonders", user=place.assessor, proposed_at=now)
    return {"rated_agency": row, "group_member": member, "management_declaration": asked, "rating_sheet": sheet,
            "management_rating": rating, "rating_consensus": consensus, "rating_discussion": discussion,
            **asked_and_visited(row, indicator, mark, place.officer)}


def asked_and_visited(row, indicator, mark, giver):
    now = clock.now()
    bundle = QuestionBundle.everything.create(participation=row, assessed=row.assessed, number=1, sent_at=now, due_on=clock.today())
    question = Question.everything.create(bundle=bundle, assessed=row.assessed, indicator=indicator, position=1, text=f"{mark}-asked")
    answer, stored = Answer.everything.create(question=question, central_id=row.agency_id, text=f"{mark}-answer"), kept()
    file = AnswerFile.everything.create(
        answer=answer, file=stored, central_id=row.agency_id, name=f"{mark}-answer.pdf", path=path_of(stored), sha256=stored.sha256,
        size=stored.size, mime=stored.mime, added_by=giver, added_at=now)
    site = SiteAssessment.everything.create(participation=row, assessed=row.assessed, visit=row.public_id, hours=3,
                                            starts_at=now + timedelta(days=5), place=f"{mark}-place")
    return {"question_bundle": bundle, "site_assessment": site, "answer_file": file}
