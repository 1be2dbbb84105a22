"""Management evaluation: the year's set, who takes part, what agencies hand in, who rates it, what comes out of it."""
from agencies.models.activity import Activity, ActivityPhoto, ActivityVersion
from agencies.models.agenda_proposal import AgendaProposal, AgendaProposalFile
from agencies.models.aggregate import CertificationAggregate, CertificationCount
from agencies.models.bulletin import Bulletin, BulletinAddressee, BulletinEdition, BulletinFile
from agencies.models.calculation import Adjustment, Calculation, Correction, Feedback, ResultDecision
from agencies.models.case_call import CaseCall, CaseCriterion, CaseInvitation
from agencies.models.case_judging import CaseChoice, JudgePoints, JudgeSheet
from agencies.models.case_programme import CaseProgramme, ProgrammeSession
from agencies.models.consensus import Consensus, Discussion
from agencies.models.consulting import Consulting
from agencies.models.contact import Contact
from agencies.models.council import Council, Naming, Place
from agencies.models.council_meeting import AgendaPaper, AgendaText, MeetingWord, Minutes, Resolution
from agencies.models.council_task import CouncilTask, TaskReport
from agencies.models.good_case import CaseCorrection, CaseReuse, GoodCase, GoodCasePicture
from agencies.models.group import AssessorPlace, GroupMember
from agencies.models.guide import SetGuide
from agencies.models.improvement import FollowUp, ImprovementItem, ImprovementPlan
from agencies.models.indicator_set import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator
from agencies.models.insight import YearInsight
from agencies.models.nomination import Nomination, NominationPicture
from agencies.models.paper import Paper, PaperFile, PaperText
from agencies.models.participation import Participation
from agencies.models.progress import ItemRemark, Progress, ProgressCheck, ProgressFile
from agencies.models.proposal import IndicatorProposal, ProposalFile
from agencies.models.proposal_answer import ProposalAnswer, ProposalTask, PublishedProposal
from agencies.models.published import Disclosure, PublishedResult
from agencies.models.question import Answer, AnswerFile, ProposedQuestion, Question, QuestionBundle
from agencies.models.rating import ManagementRating, RatingSheet
from agencies.models.reading import BulletinDelivery, BulletinReminder, Reading
from agencies.models.reminder import ReportReminder
from agencies.models.report import Report, ReportEntry, ReportFile
from agencies.models.result import Objection, ObjectionAnswer, Result, ResultLetter
from agencies.models.satisfaction import SatisfactionScore, SatisfactionSurvey
from agencies.models.site import SiteAssessment, SiteNote, SiteRemark
from agencies.models.support import (
    SupportAuthor,
    SupportDecision,
    SupportFile,
    SupportReport,
    SupportReportFile,
    SupportRequest,
)

__all__ = ["Activity", "ActivityPhoto", "ActivityVersion", "Adjustment", "AgendaPaper", "AgendaProposal", "AgendaProposalFile",
           "AgendaText", "Answer", "AnswerFile", "AssessorPlace", "Bulletin", "BulletinAddressee", "BulletinDelivery", "BulletinEdition",
           "BulletinFile", "BulletinReminder", "Calculation", "CaseCall", "CaseChoice", "CaseCorrection", "CaseCriterion",
           "CaseInvitation", "CaseProgramme", "CaseReuse", "CertificationAggregate", "CertificationCount", "Consensus", "Consulting",
           "Contact", "Correction", "Council", "CouncilTask", "Disclosure", "Discussion", "EvaluationArea", "EvaluationField", "Feedback",
           "Figure", "FollowUp", "GoodCase", "GoodCasePicture", "GroupMember", "ImprovementItem", "ImprovementPlan", "IndicatorProposal",
           "IndicatorSet", "ItemRemark", "JudgePoints", "JudgeSheet", "ManagementIndicator", "ManagementRating", "MeetingWord", "Minutes",
           "Naming", "Nomination", "NominationPicture", "Objection", "ObjectionAnswer", "Paper", "PaperFile", "PaperText",
           "Participation", "Place", "ProgrammeSession", "Progress", "ProgressCheck", "ProgressFile", "ProposalAnswer", "ProposalFile",
           "ProposalTask", "ProposedQuestion", "PublishedProposal", "PublishedResult", "Question", "QuestionBundle", "RatingSheet",
           "Reading", "Report", "ReportEntry", "ReportFile", "ReportReminder", "Resolution", "Result", "ResultDecision", "ResultLetter",
           "SatisfactionScore", "SatisfactionSurvey", "SetGuide", "SiteAssessment", "SiteNote", "SiteRemark", "SupportAuthor",
           "SupportDecision", "SupportFile", "SupportReport", "SupportReportFile", "SupportRequest", "TaskReport", "YearInsight"]
