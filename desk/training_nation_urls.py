"""Where the code of a class leads, on the national site: mounted under class/."""
from django.urls import path

from desk.views import training_code as code

urlpatterns = [
    path("", code.class_entry, name="class_entry"),
    path("go/", code.class_onward, name="class_onward"),
    path("<str:code>/", code.class_scanned, name="class_code"),
]
