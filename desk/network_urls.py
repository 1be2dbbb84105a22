"""What agencies share with one another: mounted under network/."""
from django.urls import include, path

from desk.views import contact

urlpatterns = [
    path("proposals/", include("desk.network_proposal_urls")),
    path("bulletins/", include("desk.network_bulletin_urls")),
    path("papers/", include("desk.network_paper_urls")),
    path("cases/", include("desk.network_case_urls")),
    path("bodies/", include("desk.network_body_urls")),
    path("contacts/", contact.contacts, name="network_contacts"),
    path("contacts/new/", contact.add_contact, name="network_add_contact"),
    path("contacts/<uuid:public_id>/", contact.change_contact, name="network_contact"),
    path("contacts/<uuid:public_id>/end/", contact.end_contact, name="network_end_contact"),
    path("activities/", include("desk.network_activity_urls")),
    path("support/", include("desk.network_support_urls")),
]
