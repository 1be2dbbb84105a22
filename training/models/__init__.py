"""Training: courses and their runs, who takes part, who was there, who completed."""
from training.models.attendance import Attendance, Scan
from training.models.completion import Completion, CompletionPaper
from training.models.course import Category, Course, CourseDuty
from training.models.coverage import CoverageCount, CoverageShare, OpenDuty
from training.models.enrolment import Enrolment, TrainingSettings
from training.models.material import Material, MaterialLink
from training.models.plan import TrainingPlan
from training.models.run import ClassSession, ClassTrainer, Run
from training.models.survey import SurveyAnswer, SurveyQuestion
from training.models.test import TestAttempt, TestKey, TestQuestion
from training.models.trainer import Trainer, TrainerFee

__all__ = ["Attendance", "Category", "ClassSession", "ClassTrainer", "Completion", "CompletionPaper", "Course", "CourseDuty",
           "CoverageCount", "CoverageShare", "Enrolment", "Material", "MaterialLink", "OpenDuty", "Run", "Scan", "SurveyAnswer",
           "SurveyQuestion", "TestAttempt", "TestKey", "TestQuestion", "Trainer", "TrainerFee", "TrainingPlan", "TrainingSettings"]
