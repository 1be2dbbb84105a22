"""How dates are written where Django writes them: its admin, its filters."""
