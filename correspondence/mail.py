"""One e-mail: how it is written, and what the mail server's answer means."""
import smtplib
from contextlib import suppress
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation

from core.tenancy import current_agency
from correspondence.placeholders import one_line


class NotAccepted(Exception):
    """The server has certainly not taken the message: it could not be reached, or it said no."""

    def __init__(self, failure, *, for_good=False):
        super().__init__(one_line(f"{type(failure).__name__}: {failure}")[:300])
        self.for_good = for_good


def compose(delivery):
    """The notice as an e-mail in its language, signed by the agency. Texts go in as they are, never as templates."""
    notice, agency = delivery.notice, current_agency()
    with translation.override(notice.language):
        words = {"notice": notice, "agency": agency, "link": "" if notice.link in notice.body else notice.link}
        return EmailMessage(
            subject=one_line(notice.title),
            body=render_to_string("emails/notice.txt", words),
            from_email=formataddr((one_line(agency.name), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
            to=[delivery.address],
            reply_to=[agency.email] if agency.email else None,
            headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"},
        )


def hand_over(message):
    """Returns once the server has accepted it. NotAccepted: it has not. Any other error: nobody knows."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as failure:                      # every error of smtplib is one
        raise NotAccepted(failure) from failure
    try:
        _send(connection, message)
    finally:
        with suppress(OSError):                     # after its 250 a failed goodbye changes nothing
            connection.close()


def _send(connection, message):
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as refusal:
        codes = [code for code, _words in refusal.recipients.values()]
        raise NotAccepted(refusal, for_good=all(code >= 500 for code in codes)) from refusal
    except smtplib.SMTPDataError as refusal:
        raise NotAccepted(refusal, for_good=refusal.smtp_code >= 500) from refusal
    except smtplib.SMTPResponseException as refusal:        # our sender, our greeting: ours to repair, the message is good
        raise NotAccepted(refusal) from refusal
    except ValueError as refusal:                           # an address or header that cannot be written
        raise NotAccepted(refusal, for_good=True) from refusal
