"""A call with a nomination, a sheet, a published case and its use, a programme. What Central writes stands at the agency itself here."""
from datetime import time, timedelta

from agencies.models import (
    CaseCall,
    CaseInvitation,
    CaseProgramme,
    CaseReuse,
    GoodCase,
    GoodCasePicture,
    JudgeSheet,
    Nomination,
    NominationPicture,
    ProgrammeSession,
)
from core import clock
from core.files import path_of
from panels.models import Body
from tests.architecture.holding import kept_picture

OWN = {
    **dict.fromkeys(("case_call", "change_case_call", "publish_case_call", "begin_nomination", "open_case_judging", "close_case_judging",
                     "case_ranking", "case_choice", "draft_case_choice", "release_case_choice", "approve_case_choice",
                     "send_back_case_choice"), "case_call"),
    **dict.fromkeys(("nomination", "write_nomination", "add_nomination_picture", "withdraw_nomination", "give_nomination",
                     "release_nomination", "hand_in_nomination", "send_back_nomination", "received_nomination"), "case_nomination"),
    **dict.fromkeys(("nomination_picture", "remove_nomination_picture", "received_nomination_picture"), "nomination_picture"),
    **dict.fromkeys(("case_sheet", "stand_back_from_case", "excuse_case_judge"), "case_sheet"),
    **dict.fromkeys(("network_case", "correct_case", "begin_case_use", "public_case"), "good_case"),
    **dict.fromkeys(("case_picture", "public_case_picture"), "good_case_picture"),
    **dict.fromkeys(("case_use", "publish_case_use", "withdraw_case_use"), "case_use"),
    **dict.fromkeys(("case_programme", "change_programme", "publish_programme", "add_programme_session", "programme_paper",
                     "conference_paper"), "case_programme"),
    "remove_programme_session": "programme_session", "case_invitation": "case_invitation",
}


def nominated_at(place):
    """Each text says whose it is; nothing of it is published."""
    mark, now, here = f"CNRY-{place.agency.slug}", clock.now(), place.agency
    body = Body.everything.create(name_ko=f"{mark}-judges", name_en="", founded_at=now)
    call = CaseCall.everything.create(year=2026, title_ko=f"{mark}-call", text_ko=f"{mark}-text", themes=[["x", ""]], body=body,
                                      opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=9))
    said = {"title": f"{mark}-case", "summary": f"{mark}-summary", "problem": f"{mark}-problem"}
    row = Nomination.everything.create(central=here, call=call, title_key=mark, begun_at=now, written_at=now, written_by=place.officer,
                                       **said)
    stored = kept_picture()
    file = {"path": path_of(stored), "sha256": stored.sha256, "size": stored.size, "mime": stored.mime}
    picture = NominationPicture.everything.create(central=here, nomination=row, file=stored, name=f"{mark}-picture.jpg",
                                                  alternative=f"{mark}-shown", added_by=place.officer, added_at=now, **file)
    case = GoodCase.everything.create(call=call, nomination=row.public_id, from_agency=here, agency_ko=here.name_ko, year=2026, **said)
    programme = CaseProgramme.everything.create(year=2026, title_ko=f"{mark}-programme", held_on=clock.today(), place_ko=f"{mark}-hall")
    return {"case_call": call, "case_nomination": row, "nomination_picture": picture, "good_case": case, "case_programme": programme,
            "case_invitation": CaseInvitation.everything.create(invited=here, call=call, title_ko=f"{mark}-call", due_on=clock.today()),
            "case_sheet": JudgeSheet.everything.create(call=call, nomination=row, from_agency=here, user=place.assessor),
            "good_case_picture": GoodCasePicture.everything.create(case=case, name=f"{mark}-picture.jpg", alternative="x", **file),
            "case_use": CaseReuse.everything.create(central=here, case=case, agency_ko=here.name_ko, since_on=clock.today(),
                                                    adapted=f"{mark}-adapted", written_at=now, written_by=place.officer),
            "programme_session": ProgrammeSession.everything.create(programme=programme, begins=time(9), ends=time(10),
                                                                    title_ko=f"{mark}-session")}
