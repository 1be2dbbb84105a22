"""Errands about accounts."""
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from accounts.models import Invitation
from accounts.queries import invitation_link, message_host


def send_invitation(*, invitation_id):
    """The message with the link; nothing is sent for what was accepted, withdrawn or is too old by now."""
    send_while_open(Invitation.everything.select_related("agency").get(pk=invitation_id))


def send_while_open(invitation):
    if not (invitation.accepted_at or invitation.withdrawn_at or invitation.is_expired):
        compose(invitation).send()


def compose(invitation):
    agency = invitation.agency
    with translation.override(invitation.language):
        words = {"invitation": invitation, "agency": agency, "link": invitation_link(invitation)}
        subject = " ".join(render_to_string("emails/invitation_subject.txt", words).split())
        return EmailMessage(
            subject=subject,
            body=render_to_string("emails/invitation.txt", words),
            from_email=formataddr((" ".join(agency.name.split()), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
            to=[invitation.email],
            reply_to=[agency.email] if agency.email else None,
            headers={"Message-ID": f"<invitation-{invitation.public_id}@{message_host()}>", "Auto-Submitted": "auto-generated"},
        )
