"""What an officer whom something ties to a provider finds in the place of a form: why somebody else does this."""
from aftercare.permissions import why_tied


def unless_tied(request, provider, form):
    """{form, tied}: for the page. What was typed before the tie was known is not lost: the sentence stands above it."""
    tied = why_tied(request.actor, provider)
    if tied and form.is_bound and form.is_valid():
        form.add_error(None, tied)
    return {"form": form, "tied": tied}
