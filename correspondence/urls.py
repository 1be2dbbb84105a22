"""One's own messages, below /accounts/inbox/."""
from django.urls import path

from correspondence import views

urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/read/", views.mark_all_read, name="inbox_mark_all_read"),
    path("inbox/<uuid:public_id>/", views.open_notice, name="inbox_notice"),
]
