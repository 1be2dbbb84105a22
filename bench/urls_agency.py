"""An agency's site, the reference under it, and the list."""
from django.urls import path

from bench import views
from config.urls_agency import handler400, handler403, handler404, handler500, urlpatterns

urlpatterns = [path("hello/", views.hello), path("listing/", views.listing), *urlpatterns]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
