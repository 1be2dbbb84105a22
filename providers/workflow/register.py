"""What a provider says of itself and the public page of a certificate repeats."""
from core.workflow import enqueue


def tell_register(provider):
    """Hours, telephone, prices and places have changed: a job brings them there, once this transaction is true."""
    enqueue("certification.tasks.follow_provider", provider_id=provider.pk)
