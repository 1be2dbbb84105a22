"""Management evaluation: the year's set, who takes part, what agencies hand in."""
from agencies.models.consulting import Consulting
from agencies.models.guide import SetGuide
from agencies.models.indicator_set import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator
from agencies.models.participation import Participation
from agencies.models.reminder import ReportReminder
from agencies.models.report import Report, ReportEntry, ReportFile

__all__ = ["Consulting", "EvaluationArea", "EvaluationField", "Figure", "IndicatorSet", "ManagementIndicator", "Participation", "Report",
           "ReportEntry", "ReportFile", "ReportReminder", "SetGuide"]
