"""The demonstration: invented people and providers at real places, built through the workflow at the dates it tells."""
