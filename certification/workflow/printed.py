"""A provider has edited something that its certificates print: the desk is told, the certificate stays as it is."""
from django.db import transaction

from certification.permissions import can_follow_provider
from certification.queries.printed import printed_otherwise
from core.workflow import lock, record, require
from correspondence.workflow import notify

KINDS = {"name_en": "name", "name": "address"}              # of a site, which is edited with its name


@transaction.atomic
def note_edit(provider, fields, *, actor):
    """`fields`: what was edited. Returns the certificates that print it otherwise."""
    provider = lock(provider)
    require(can_follow_provider(actor))
    kinds = {KINDS.get(name, "address") for name in fields}
    certificates = list(dict.fromkeys(one.certificate for one in printed_otherwise(provider) if one.kind in kinds))
    if certificates:
        record("provider.printed_facts_edited", provider, actor=actor, fields=fields, certificates=[one.pk for one in certificates])
    for one in certificates:
        notify("certificate.edited_desk", one, actor=actor, link=("desk_certificate", one.public_id))
    return certificates
