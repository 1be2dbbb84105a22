"""An application from draft to decision: what was handed in and sealed, screening, document review, decision, announcement."""
from evaluations.models.announcement import Announcement, AnnouncementDraft, AnnouncementItem
from evaluations.models.answer import Answer, AnswerEvidence
from evaluations.models.appeal import Appeal, AppealEvidence, AppealFile, AppealHandler, AppealPoint
from evaluations.models.appeal_answer import AppealFinding, AppealOpinion, UpheldIndicator
from evaluations.models.application import Application, Assignment, RequiredIndicator
from evaluations.models.consent import Consent
from evaluations.models.decision import Decision, DecisionGround
from evaluations.models.diagnosis import Diagnosis, DiagnosisAnswer
from evaluations.models.document import GivenDocument
from evaluations.models.fact_check import AmendmentInCase, CommentFile, FactAnswer, FactCheck, FactComment, FactEvidence, ReportFact
from evaluations.models.insight import AssessorInsight, IndicatorInsight, Insight
from evaluations.models.pack import MeetingPack
from evaluations.models.practice import PracticeCase, PracticeItem, PracticeJudgement, PracticeOrigin, PracticeResult, PracticeSheet
from evaluations.models.renewal import EarlierAnswer
from evaluations.models.review import ConsolidatedJudgement, Judgement, Settlement, Sheet
from evaluations.models.screening import ScreeningCheck
from evaluations.models.seal import Receipt, Seal, SealedAnswer, SealedFile, SealedReply
from evaluations.models.supplement import SupplementEvidence, SupplementItem, SupplementReply, SupplementRequest
from evaluations.models.team import Challenge, TeamNotice
from evaluations.models.teams import ProposedPair, TeamProposal
from evaluations.models.workbook import WorkbookRun

__all__ = [
    "AmendmentInCase", "Announcement", "AnnouncementDraft", "AnnouncementItem", "Answer", "AnswerEvidence", "Appeal", "AppealEvidence",
    "AppealFile", "AppealFinding", "AppealHandler", "AppealOpinion", "AppealPoint", "Application", "AssessorInsight", "Assignment",
    "Challenge", "CommentFile", "Consent", "ConsolidatedJudgement", "Decision", "DecisionGround", "Diagnosis", "DiagnosisAnswer",
    "EarlierAnswer",
    "FactAnswer", "FactCheck", "FactComment", "FactEvidence", "GivenDocument", "IndicatorInsight", "Insight", "Judgement",
    "MeetingPack", "PracticeCase", "PracticeItem", "PracticeJudgement", "PracticeOrigin", "PracticeResult", "PracticeSheet",
    "ProposedPair", "Receipt", "ReportFact", "RequiredIndicator", "ScreeningCheck", "Seal", "SealedAnswer", "SealedFile", "SealedReply",
    "Settlement", "Sheet", "SupplementEvidence", "SupplementItem", "SupplementReply", "SupplementRequest", "TeamNotice", "TeamProposal",
    "UpheldIndicator", "WorkbookRun",
]
