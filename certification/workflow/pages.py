"""The agency's public pages show what certification writes."""
from core.tenancy import current_agency
from core.workflow import lock


def renew_public_pages():
    """What is kept of them is made anew. It holds the agency's row until the end: call it late."""
    lock(current_agency()).save(update_fields=["public_generation"])
