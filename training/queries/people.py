"""Who is told in training, asked when the message is sent: always people of where the job runs."""
from accounts.models import User


def participant_of(attempt):
    """Whose attempt it is."""
    return User.objects.filter(pk=attempt.enrolment.user_id, is_active=True)
