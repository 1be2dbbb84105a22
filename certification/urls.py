"""What citizens and providers read of the scheme at an agency: the register, rounds, the framework."""
urlpatterns: list = []
