"""Every write of the management evaluation that a person would name."""
from agencies.workflow.guide import keep_guide
from agencies.workflow.indicator_rows import add_row, move_row, remove_row, save_row
from agencies.workflow.indicator_set import begin_set, change_rules, discard_set, freeze_set, settle_mapping
from agencies.workflow.participation import exempt_afterwards, say_participation

__all__ = ["add_row", "begin_set", "change_rules", "discard_set", "exempt_afterwards", "freeze_set", "keep_guide", "move_row", "remove_row",
           "save_row", "say_participation", "settle_mapping"]
