"""What everybody reads of the management evaluation."""
from django.urls import path

from agencies.views import indicator_set as sets

urlpatterns = [
    path("indicators/", sets.indicators, name="management_indicators"),
    path("indicators/<uuid:public_id>/", sets.indicators_of, name="management_indicators_of"),
    path("indicators/<uuid:public_id>/guide.pdf", sets.guide, name="management_guide"),
    path("indicators/cards/<uuid:public_id>/", sets.card, name="management_card"),
]
