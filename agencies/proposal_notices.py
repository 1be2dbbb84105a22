"""What people are told of proposals on indicators: at the keeper that one came, at the proposer's side what became of it."""
from agencies.telling import told

KEEPERS, PROPOSERS = "agencies.queries.people.centrals_officers", "agencies.queries.people.proposers"

PROPOSAL_EVENTS = [
    told("indicator_proposal.handed_in", KEEPERS,
         ("지표 개선 제안이 접수되었습니다: {subject}",
          "지표 개선 제안이 접수되었습니다.\n\n지표: {subject}\n대상: {edition_ko}\n제안자: {house_ko}\n\n"
          "협의체 안건으로 올리거나 검토 의견을 작성하여 주시기 바랍니다."),
         ("A change of an indicator is proposed: {subject}",
          "A change of an indicator is proposed.\n\nIndicator: {subject}\nVersion: {edition_ko}\nBy: {house_ko}\n\n"
          "Please put it before the working-level body, or draft its answer."),
         "edition_ko", "house_ko"),
    told("indicator_proposal.withdrawn", KEEPERS,
         ("지표 개선 제안이 철회되었습니다: {subject}",
          "제안자가 지표 개선 제안을 철회하였습니다.\n\n지표: {subject}\n제안자: {house_ko}"),
         ("A proposal is withdrawn: {subject}", "The proposal is withdrawn.\n\nIndicator: {subject}\nBy: {house_ko}"), "house_ko"),
    told("indicator_proposal.accepted", PROPOSERS,
         ("지표 개선 제안이 채택되었습니다: {subject}",
          "제안하여 주신 내용이 채택되어 다음 지표에 반영될 예정입니다. 반영되면 다시 알려 드립니다.\n\n"
          "지표: {subject}\n검토 의견: {answer}"),
         ("Your proposal is accepted: {subject}",
          "Your proposal is accepted and will be worked into the next version. You are told when it is in force.\n\n"
          "Indicator: {subject}\nReason: {answer}"),
         "answer"),
    told("indicator_proposal.rejected", PROPOSERS,
         ("지표 개선 제안 검토 결과를 알려 드립니다: {subject}",
          "제안하여 주신 내용을 검토하였으나 이번에는 채택하지 않기로 하였습니다.\n\n지표: {subject}\n사유: {answer}"),
         ("Your proposal is not accepted: {subject}",
          "Your proposal was looked at and is not accepted.\n\nIndicator: {subject}\nReason: {answer}"),
         "answer"),
    told("indicator_proposal.in_force", PROPOSERS,
         ("제안하신 내용이 지표에 반영되었습니다: {subject}",
          "제안하여 주신 내용이 반영되어 공개되었습니다.\n\n지표: {subject}\n반영된 판: {became_in}\n변경 내용: {became}"),
         ("Your proposal is in force: {subject}",
          "What you proposed is in force.\n\nIndicator: {subject}\nVersion: {became_in}\nWhat was changed: {became}"),
         "became_in", "became"),
]
