"""What a password must be: long enough, not too long to hash, not a word of the house. No rules of composition, no forced change."""
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Affiliation

LONGEST, AT_AN_AGENCY, SHORTEST = 128, 12, 8
WORDS = ("poom", "품질인증", "사회서비스", "서비스원", "socialservice")


class MaximumLengthValidator:
    """At most 128 characters; nothing is cut off silently."""

    def validate(self, password, user=None):
        if len(password) > LONGEST:
            raise ValidationError(_("Use at most %(number)d characters.") % {"number": LONGEST})
        if len(password) < AT_AN_AGENCY and works_for_an_agency(user):
            raise ValidationError(_("People who work for an agency use at least %(number)d characters.") % {"number": AT_AN_AGENCY})

    def get_help_text(self):
        return gettext_lazy("A sentence that only you know is a good password.")


def works_for_an_agency(user):
    """Belongs to one, or is just accepting an invitation to."""
    if user is None:
        return False
    return getattr(user, "is_invited", False) or bool(user.pk and Affiliation.objects.filter(user=user).exists())


class ContextWordsValidator:
    """The first words anybody would try here are refused."""

    def validate(self, password, user=None):
        plain = "".join(password.split()).casefold()
        names = [part for part in (user.email.split("@")[0] if user and user.email else "",) if len(part) > 3]
        rest = plain
        for word in [*WORDS, *names]:
            rest = rest.replace(word.casefold(), "")
        if len(rest) < 6:
            raise ValidationError(_("This is too close to a name that anybody here would try first."))

    def get_help_text(self):
        return gettext_lazy("Not the name of the system, of your organisation or of your address.")
