"""Applying (below /portal/), assessing (below /assess/), deciding (below /committee/)."""
urlpatterns: list = []
