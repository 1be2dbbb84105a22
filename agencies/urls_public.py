"""What everybody reads of the management evaluation: mounted under management/."""
from django.urls import path

from agencies.views import committee_paper, published

urlpatterns = [
    path("results/", published.results, name="management_results"),
    path("results/<str:year>/", published.year, name="management_published"),
    path("disclosure/", published.disclosure, name="management_disclosure"),
    path("committee/<uuid:public_id>/", committee_paper.paper, name="management_paper"),
]
