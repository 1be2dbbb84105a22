"""Whom something ties to a provider reads at the desk no more of it than anybody there: complaints, sanctions, visits not told of."""
from django.db.models import Q

from panels.queries.tied import tied_providers


def untied(actor, path=""):
    """Rows about providers to which nothing ties the actor."""
    return ~Q(**{f"{path}provider__in": tied_providers(actor)})
