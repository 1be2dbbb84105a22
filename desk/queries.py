"""What the desk keeps of its own."""
from desk.models import ImportRun


def imports_of(actor):
    """Every import, the latest first."""
    rows = ImportRun.objects.visible_to(actor).defer("lines", "problems", "notes")
    return rows.select_related("uploaded_by__person").order_by("-uploaded_at", "-pk")
