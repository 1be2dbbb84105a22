"""The account and the person behind it. Both are national; what happens to them is written down at the agencies they belong to."""
import re
import unicodedata

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import sessions
from accounts.models import Affiliation, Agency, Person, User
from accounts.models.people import keyed
from accounts.permissions import can_close_accounts, is_self
from core.tenancy import is_within, within
from core.typed import composed
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def name_person(user, name, birth_on, phone, *, actor):
    """Who stands behind an account. Equal name, birth date and mobile are one person, silently; of the number only a hash is kept."""
    user = lock(user)
    require(is_self(actor, user))
    refuse_if(user.person_id, _("Your name is on record already. If it is wrong, please ask the agency you work with."))
    name, number = " ".join(composed(name).split()), national_number(phone)
    user.person, _made = Person.objects.get_or_create(
        fingerprint=Person.fingerprint_of(name, birth_on, number),
        defaults={"name": name, "birth_on": birth_on, "phone_hash": keyed(number)},
    )
    user.save(update_fields=["person"])
    record_at_home("person.named", user, actor=actor, person=user.person_id)
    return user


@transaction.atomic
def change_language(user, language, *, actor):
    """The language of the pages and messages a person gets."""
    user = lock(user)
    require(is_self(actor, user))
    user.language = language
    user.save(update_fields=["language"])
    record_at_home("account.language", user, actor=actor, language=language)
    return user


@transaction.atomic
def close_account(user, *, actor):
    """Nobody signs in with it any more, from the next request on; what was done with it stays."""
    user = lock(user)
    require(can_close_accounts(actor))
    refuse_if(is_self(actor, user), _("You cannot close your own account."))
    refuse_if(not user.is_active, _("This account is closed already."))
    return _switch(user, False, "account.closed", actor)


@transaction.atomic
def reopen_account(user, *, actor):
    """A closed account may sign in again, with the roles it still has."""
    user = lock(user)
    require(can_close_accounts(actor))
    refuse_if(user.is_active, _("This account is open already."))
    return _switch(user, True, "account.reopened", actor)


def _switch(user, active, verb, actor):
    user.is_active = active
    user.save(update_fields=["is_active"])
    sessions.end_all_of(user)
    record_at_home(verb, user, actor=actor)
    return user


def open_account(email, password_hash, *, language):
    """An account for somebody who has shown that the address is theirs: no message has to confirm it again."""
    user = User(email=email, password=password_hash, language=language)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def record_at_home(verb, user, *, actor, **facts):
    """Where it happens; on the national site at each agency the account belongs to, else at Central, which is told the number only."""
    if is_within():
        record(verb, user, actor=actor, **facts)
        return
    homes = list(Agency.objects.filter(pk__in=Affiliation.objects.filter(user=user).values("agency")))
    for agency in homes:
        with within(agency):
            record(verb, user, actor=actor, **facts)
    if not homes and (central := Agency.objects.filter(kind=Agency.Kind.CENTRAL).first()):
        with within(central):
            record(verb, central, actor=actor, account=user.pk, **facts)


def national_number(phone):
    """01012345678, however it was typed: with hyphens, in wide digits, with +82."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", phone))
    return re.sub(r"^82(0?)(?=1)", "0", digits)
