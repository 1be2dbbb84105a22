"""What the desk itself writes: imports from spreadsheets."""
from desk.workflow.imports import carry_out_import, check_import, confirm_import, drop_import, start_import

__all__ = ["carry_out_import", "check_import", "confirm_import", "drop_import", "start_import"]
