from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        from core import checks  # noqa: F401  (registers the system checks)
        from core.moments import start_reading
        from core.scope import start_watching
        from core.walls import raise_walls

        start_reading()
        start_watching()
        post_migrate.connect(raise_walls, sender=self)      # once, after every migration of every app
