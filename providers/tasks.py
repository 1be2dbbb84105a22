"""Errands of providers: fetch by id, one call."""
from accounts.tasks import send_while_open
from providers.models import ProviderInvitation


def send_invitation(*, invitation_id):
    """The message with the link; nothing is sent for what was accepted, withdrawn or is too old by now."""
    send_while_open(ProviderInvitation.everything.select_related("agency", "provider").get(pk=invitation_id))
