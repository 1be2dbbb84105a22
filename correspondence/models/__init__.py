"""What people are told, how it left the house, in whose words, and by when something is due."""
from correspondence.models.deadlines import Deadline
from correspondence.models.letters import Letter
from correspondence.models.notices import Delivery, Notice
from correspondence.models.reminders import Reminder
from correspondence.models.texts import TemplateText

__all__ = ["Deadline", "Delivery", "Letter", "Notice", "Reminder", "TemplateText"]
