"""The desk's own pages, beside the tables of the admin."""
from django.urls import path

from desk import views

urlpatterns = [
    path("providers/", views.providers, name="desk_providers"),
    path("providers/<uuid:public_id>/", views.provider, name="desk_provider"),
    path("providers/<uuid:public_id>/confirm/", views.confirm, name="desk_confirm_provider"),
    path("providers/<uuid:public_id>/refuse/", views.refuse, name="desk_refuse_provider"),
    path("providers/<uuid:public_id>/close/", views.close, name="desk_close_provider"),
    path("cases/<uuid:public_id>/", views.case, name="desk_case"),
    path("stuck/", views.stuck_work, name="stuck_work"),
    path("stuck/<uuid:public_id>/again/", views.again, name="try_again"),
]
