"""Messages to who watches a certificate: the one question, and the news of a day."""
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from accounts.queries import message_host
from certification import queries
from core.addresses import absolute_url
from core.wording import day_in_words


def confirmation(watch, mark):
    """The only thing an address gets that has not said yes."""
    return _message(watch, mark, "watch_confirmation", {
        "entry": watch.entry, "link": queries.confirm_link(watch.reader)})


def digest(news, mark):
    """`news`: [(watch, its changes in order)] of one address."""
    watch = news[0][0]
    stop = queries.stop_link(watch.reader)
    told = [(one.entry, [(day_in_words(change.at, watch.language), change.get_kind_display) for change in changes],
             absolute_url(one.agency, "register_entry", one.entry.number)) for one, changes in news]
    message = _message(watch, mark, "watch_digest", {"told": told, "stop": stop})
    message.extra_headers |= {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return message


def _message(watch, mark, template, words):
    agency = watch.agency
    with translation.override(watch.language):
        words = words | {"agency": agency, "phone": agency.phone}
        return EmailMessage(
            subject=" ".join(render_to_string(f"emails/{template}_subject.txt", words).split()),
            body=render_to_string(f"emails/{template}.txt", words),
            from_email=formataddr((" ".join(agency.name.split()), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
            to=[watch.email], reply_to=[agency.email] if agency.email else None,
            headers={"Message-ID": f"<watch-{mark}@{message_host()}>", "Auto-Submitted": "auto-generated"})
