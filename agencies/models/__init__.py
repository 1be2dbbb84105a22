"""Management evaluation: the year's set, who takes part, what agencies hand in, what comes out of it and is published."""
from agencies.models.calculation import Adjustment, Calculation, Correction, Feedback, ResultDecision
from agencies.models.indicator_set import EvaluationArea, EvaluationField, Figure, IndicatorSet, ManagementIndicator
from agencies.models.participation import Participation
from agencies.models.published import Disclosure, PublishedResult
from agencies.models.report import Report, ReportEntry, ReportFile
from agencies.models.result import Objection, ObjectionAnswer, Result, ResultLetter

__all__ = ["Adjustment", "Calculation", "Correction", "Disclosure", "EvaluationArea", "EvaluationField", "Feedback", "Figure",
           "IndicatorSet", "ManagementIndicator", "Objection", "ObjectionAnswer", "Participation", "PublishedResult", "Report",
           "ReportEntry", "ReportFile", "Result", "ResultDecision", "ResultLetter"]
