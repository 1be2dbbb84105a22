"""Applying (below /portal/), assessing (below /assess/), deciding (below /committee/), and the check of a receipt."""
from evaluations.urls import assess, committee, portal, public

urlpatterns = [*portal.urlpatterns, *assess.urlpatterns, *committee.urlpatterns, *public.urlpatterns]
