"""The recorder: visits of the person who is signed in."""
urlpatterns: list = []
