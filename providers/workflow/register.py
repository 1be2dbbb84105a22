"""What a provider says of itself and the public page of a certificate repeats."""
from core.workflow import enqueue

PRINTED = {"name", "name_en", "district", "address_base", "address_detail"}


def tell_register(provider):
    """Hours, telephone, prices and places have changed: a job brings them there, once this transaction is true."""
    enqueue("certification.tasks.follow_provider", provider_id=provider.pk)


def tell_of_edit(provider, fields):
    """What certificates print was edited here: a job tells the desk if a certificate now says something else."""
    if edited := sorted(PRINTED & set(fields)):
        enqueue("certification.tasks.note_edit", provider_id=provider.pk, fields=edited)
