"""An assessor's own entry in the pool: what the agency keeps of them, their employers, their days away, their pledge."""
from django.urls import path

from panels import views

urlpatterns = [
    path("", views.entry, name="my_entry"),
    path("employers/", views.employer, name="my_employer"),
    path("employers/<uuid:public_id>/end/", views.employer_ended, name="my_end_employer"),
    path("absences/", views.absence, name="my_absence"),
    path("absences/<uuid:public_id>/remove/", views.no_absence, name="my_remove_absence"),
    path("load/", views.load, name="my_load"),
    path("pledge/", views.pledge_page, name="my_pledge"),
]
