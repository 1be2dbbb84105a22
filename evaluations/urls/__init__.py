"""Applying (below /portal/), assessing (below /assess/), deciding (below /committee/)."""
from evaluations.urls import assess, committee, portal

urlpatterns = [*portal.urlpatterns, *assess.urlpatterns, *committee.urlpatterns]
