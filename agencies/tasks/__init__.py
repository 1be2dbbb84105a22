"""Jobs of the evaluation of agencies, by noun; an errand names them by this package."""
