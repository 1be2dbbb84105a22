"""What agencies share with one another: mounted under network/."""
from django.urls import include, path

from desk.views import contact

urlpatterns = [
    path("bodies/", include("desk.network_body_urls")),
    path("contacts/", contact.contacts, name="network_contacts"),
    path("contacts/new/", contact.add_contact, name="network_add_contact"),
    path("contacts/<uuid:public_id>/", contact.change_contact, name="network_contact"),
    path("contacts/<uuid:public_id>/end/", contact.end_contact, name="network_end_contact"),
]
