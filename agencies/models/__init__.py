"""Management evaluation: the year's set, who takes part, what agencies hand in, who rates it and how."""
from agencies.models.consensus import Consensus, Discussion
from agencies.models.consulting import Consulting
from agencies.models.group import AssessorPlace, GroupMember
from agencies.models.guide import SetGuide
from agencies.models.indicator_set import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator
from agencies.models.participation import Participation
from agencies.models.question import Answer, AnswerFile, ProposedQuestion, Question, QuestionBundle
from agencies.models.rating import ManagementRating, RatingSheet
from agencies.models.reminder import ReportReminder
from agencies.models.report import Report, ReportEntry, ReportFile
from agencies.models.site import SiteAssessment, SiteNote, SiteRemark

__all__ = ["Answer", "AnswerFile", "AssessorPlace", "Consensus", "Consulting", "Discussion", "EvaluationArea", "EvaluationField", "Figure",
           "GroupMember", "IndicatorSet", "ManagementIndicator", "ManagementRating", "Participation", "ProposedQuestion", "Question",
           "QuestionBundle", "RatingSheet", "Report", "ReportEntry", "ReportFile", "ReportReminder", "SetGuide", "SiteAssessment",
           "SiteNote", "SiteRemark"]
