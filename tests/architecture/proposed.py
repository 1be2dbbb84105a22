"""A proposal on the agency's own criteria behind every address of proposals: answered, its answer waiting, with a file and a task."""
from agencies.models import IndicatorProposal, ProposalAnswer, ProposalFile, ProposalTask
from certification.models import Indicator
from core import clock
from core.files import path_of
from tests.architecture.holding import kept

OWN = {
    "network_set_card": "management_indicator", "network_propose_for_set": "management_indicator",
    "network_propose_new_for_set": "indicator_set",
    "network_criteria_card": "criteria_indicator", "network_propose_for_criteria": "criteria_indicator",
    "network_propose_new_for_criteria": "criteria_version",
    **dict.fromkeys(("network_proposal", "network_hand_in_proposal", "network_withdraw_proposal", "network_received_proposal",
                     "network_proposal_on_agenda", "network_answer_proposal"), "proposal"),
    **dict.fromkeys(("network_proposal_file", "network_remove_proposal_file", "network_received_proposal_file"), "proposal_file"),
    **dict.fromkeys(("network_release_answer", "network_send_answer_back"), "proposal_answer"),
    **dict.fromkeys(("network_proposal_task", "network_work_in_proposal", "network_carry_over_proposal", "network_reopen_proposal"),
                    "proposal_task"),
}


def changes_proposed(place):
    """Each text says whose it is."""
    mark, now, agency = f"CNRY-{place.agency.slug}", clock.now(), place.agency
    leaf = Indicator.everything.filter(agency=agency, version__published_at__isnull=False).select_related("version").first()
    about = {"keeper": agency, "version": leaf.version, "indicator": leaf, "code": leaf.code, "subject_ko": f"{mark}-subject",
             "edition_ko": f"{mark}-edition", "change": "wording", "reason": f"{mark}-reason", "source": "staff", "house_ko": mark,
             "begun_at": now, "handed_in_at": now}
    row = IndicatorProposal.everything.create(author=place.officer, wanted=f"{mark}-wanted", stage="handed_in", **about)
    file = kept()
    evidence = ProposalFile.everything.create(proposal=row, central=agency, file=file, name=f"{mark}-proof.pdf", path=path_of(file),
                                              sha256=file.sha256, size=file.size, mime=file.mime, added_by=place.officer, added_at=now)
    answer = ProposalAnswer.everything.create(proposal=row, proposed_at=agency, outcome="accepted", words=f"{mark}-words",
                                              drafted_by=place.officer, drafted_at=now)
    accepted = IndicatorProposal.everything.create(author=place.manager, wanted=f"{mark}-wanted", stage="accepted", answer=f"{mark}-answer",
                                                   answered_at=now, **about)
    task = ProposalTask.everything.create(proposal=accepted, proposed_at=agency, made_at=now)
    return {"proposal": row, "proposal_file": evidence, "proposal_answer": answer, "proposal_task": task, "criteria_indicator": leaf,
            "criteria_version": leaf.version}
