"""Telling something about a provider or the mark; what a provider is asked about it."""
from django.urls import path

from aftercare.views import complaint, inquiry

urlpatterns = [
    path("tell/", complaint.tell, name="tell"),
    path("tell/misuse/", complaint.complain_of_misuse, name="complain_of_misuse"),
    path("tell/follow/", complaint.follow_complaint, name="follow_complaint"),
    path("register/<str:number>/tell/", complaint.tell_about, name="tell_about"),
    path("register/<str:number>/complaint/", complaint.complain_about, name="complain_about"),
    path("portal/inquiries/<uuid:public_id>/", inquiry.portal_inquiry, name="portal_inquiry"),
    path("portal/inquiries/files/<uuid:public_id>/", inquiry.inquiry_file, name="inquiry_file"),
]
