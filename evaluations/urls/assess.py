"""The assessor's own cases; declarations, which committee members answer too."""
from django.urls import path

from evaluations.views import assess

urlpatterns = [
    path("assess/", assess.home, name="assess_home"),
    path("assess/declarations/<uuid:public_id>/", assess.declaration, name="declaration"),
    path("assess/cases/<uuid:public_id>/", assess.case, name="assess_case"),
    path("assess/cases/<uuid:public_id>/result/", assess.consolidation, name="assess_consolidation"),
]
