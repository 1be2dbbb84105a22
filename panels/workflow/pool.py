"""Who is in the assessor pool."""
import re

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Role
from core import clock
from core.workflow import lock, record, refuse_if, require
from panels.models import PoolMember
from panels.permissions import can_keep_pool


@transaction.atomic
def add_to_pool(user, *, actor, employer_number="", employer_name=""):
    """Take an assessor into the pool. The employer's number is kept as ten digits."""
    require(can_keep_pool(actor))
    number = employer_number.replace("-", "").strip()
    is_assessor = Membership.everything.filter(user=user, role=Role.ASSESSOR, ended_at=None).exists()
    refuse_if(not is_assessor, _("This person is not an assessor of the agency. Give them that role first."))
    refuse_if(number and not re.fullmatch(r"[0-9]{10}", number), _("A business registration number has ten digits."),
              field="employer_number")
    member, is_new = PoolMember.everything.get_or_create(user=user, left_at=None, defaults={
        "employer_number": number, "employer_name": employer_name.strip(), "joined_at": clock.now()})
    refuse_if(not is_new, _("This person is in the pool already."))
    record("pool.joined", member, actor=actor, account=user.pk)
    return member


@transaction.atomic
def leave_pool(member, *, actor):
    """From now on they are asked no more; what they have assessed stays."""
    member = lock(member)
    require(can_keep_pool(actor))
    refuse_if(member.left_at, _("This person has left the pool already."))
    member.left_at = clock.now()
    member.save(update_fields=["left_at"])
    record("pool.left", member, actor=actor, account=member.user_id)
    return member
