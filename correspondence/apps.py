from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "correspondence"

    def ready(self):
        from correspondence import checks  # noqa: F401  (registers the system checks)
        from correspondence.events import collect

        collect()
