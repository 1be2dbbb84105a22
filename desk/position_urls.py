"""The evaluation in figures at Central's desk, and an agency's position at its own: mounted under management/."""
from django.urls import path

from desk.views import evaluation_figures, position

urlpatterns = [
    path("figures/", evaluation_figures.distribution, name="management_insight"),
    path("figures/indicators/", evaluation_figures.indicators, name="management_indicator_figures"),
    path("figures/indicators/<uuid:public_id>/work-out/", evaluation_figures.work_out, name="management_work_out_year"),
    path("satisfaction/", evaluation_figures.satisfaction, name="management_satisfaction"),
    path("position/", position.position, name="management_position"),
]
