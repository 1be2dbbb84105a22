"""An agency's register for other sites and programs; before the page of one certificate, whose blank takes any word."""
from django.urls import path

from certification import views

urlpatterns = [
    path("register.csv", views.register_csv, name="register_csv"),
    path("register.json", views.register_json, name="register_json"),
    path("register.atom", views.register_atom, name="register_atom"),
    path("register/embed/", views.embedded_list, name="embedded_list"),
    path("register/embed-code/", views.list_code, name="list_code"),
    path("register/watch/<str:token>/", views.watch_confirm, name="watch_confirm"),
    path("register/watch/<str:token>/stop/", views.watch_stop, name="watch_stop"),
    path("register/<str:number>/watch/", views.watch, name="watch"),
    path("register/<str:number>/watch/asked/", views.watch_asked, name="watch_asked"),
    path("register/<str:number>/badge.svg", views.badge_picture, name="badge_picture"),
    path("register/<str:number>/badge/", views.badge_frame, name="badge_frame"),
    path("register/<str:number>/embed-code/", views.embed_code, name="embed_code"),
]
