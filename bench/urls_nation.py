"""The national site and the reference."""
from django.urls import path

from bench import views
from config.urls_nation import handler400, handler403, handler404, handler500, urlpatterns

urlpatterns = [path("hello/", views.hello), *urlpatterns]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
