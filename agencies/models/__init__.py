"""Management evaluation: the year's set, who takes part, what agencies hand in, who rates it, what comes out of it."""
from agencies.models.agenda_proposal import AgendaProposal, AgendaProposalFile
from agencies.models.aggregate import CertificationAggregate, CertificationCount
from agencies.models.calculation import Adjustment, Calculation, Correction, Feedback, ResultDecision
from agencies.models.consensus import Consensus, Discussion
from agencies.models.consulting import Consulting
from agencies.models.contact import Contact
from agencies.models.council import Council, Naming, Place
from agencies.models.council_meeting import AgendaPaper, AgendaText, MeetingWord, Minutes, Resolution
from agencies.models.council_task import CouncilTask, TaskReport
from agencies.models.group import AssessorPlace, GroupMember
from agencies.models.guide import SetGuide
from agencies.models.improvement import FollowUp, ImprovementItem, ImprovementPlan
from agencies.models.indicator_set import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator
from agencies.models.insight import YearInsight
from agencies.models.participation import Participation
from agencies.models.progress import ItemRemark, Progress, ProgressCheck, ProgressFile
from agencies.models.published import Disclosure, PublishedResult
from agencies.models.question import Answer, AnswerFile, ProposedQuestion, Question, QuestionBundle
from agencies.models.rating import ManagementRating, RatingSheet
from agencies.models.reminder import ReportReminder
from agencies.models.report import Report, ReportEntry, ReportFile
from agencies.models.result import Objection, ObjectionAnswer, Result, ResultLetter
from agencies.models.satisfaction import SatisfactionScore, SatisfactionSurvey
from agencies.models.site import SiteAssessment, SiteNote, SiteRemark

__all__ = ["Adjustment", "AgendaPaper", "AgendaText", "Answer", "AnswerFile", "AssessorPlace", "Calculation", "CertificationAggregate",
           "CertificationCount", "Consensus", "Consulting", "Contact", "Correction", "Council", "CouncilTask", "Disclosure",
           "Discussion", "EvaluationArea", "EvaluationField", "Feedback", "Figure", "FollowUp", "GroupMember", "ImprovementItem",
           "ImprovementPlan", "IndicatorSet", "ItemRemark", "ManagementIndicator", "ManagementRating", "MeetingWord", "Minutes",
           "Naming", "Objection", "ObjectionAnswer", "Participation", "Place", "Progress", "ProgressCheck", "ProgressFile", "AgendaProposal",
           "AgendaProposalFile", "ProposedQuestion", "PublishedResult", "Question", "QuestionBundle", "RatingSheet", "Report", "ReportEntry",
           "ReportFile", "ReportReminder", "Resolution", "Result", "ResultDecision", "ResultLetter", "SatisfactionScore",
           "SatisfactionSurvey", "SetGuide", "SiteAssessment", "SiteNote", "SiteRemark", "TaskReport", "YearInsight"]
