"""The register of all agencies, and the check of a code from a wall."""
urlpatterns: list = []
