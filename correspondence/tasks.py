"""Errands of correspondence: fetch by id, one workflow call."""
from accounts.actors import Actor
from correspondence import workflow
from correspondence.models import Delivery, Letter

POST = Actor.system("correspondence")


def announce(*, subject_type, subject_id, **told):
    """Write the notices of one `notify`."""
    workflow.announce(subject_type, subject_id, actor=POST, **told)


def send_delivery(*, delivery_id):
    """Hand one message to the mail server."""
    workflow.transmit(Delivery.everything.get(pk=delivery_id), actor=POST)


def begin_attempt(*, delivery_id):
    """Committed before `send_delivery`: see correspondence/workflow/deliveries.py."""
    workflow.begin_attempt(Delivery.everything.get(pk=delivery_id), actor=POST)


send_delivery.beforehand = begin_attempt


def make_letter(*, letter_id):
    """Put a letter on paper."""
    workflow.put_on_paper(Letter.everything.get(pk=letter_id), actor=POST)
