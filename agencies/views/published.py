"""The public pages of the management evaluation: the year of all agencies at Central, five years at each agency."""
from django.http import Http404
from django.shortcuts import render

from accounts.guards import public
from agencies.houses import agencies_only, central_only
from agencies.queries.published import disclosed_here, everything_published, mean_of
from agencies.shown_result import bars_of, trend_of
from core.public_pages import kept_page


@public
@kept_page
@central_only
def results(request):
    """The latest year; earlier ones behind it."""
    years = everything_published(request.actor)
    return year_page(request, years, next(iter(years), None))


@public
@kept_page
@central_only
def year(request, year):
    years = everything_published(request.actor)
    if year not in map(str, years):
        raise Http404
    return year_page(request, years, int(year))


def year_page(request, years, year):
    rows, means = years.get(year, []), {one: mean_of(several) for one, several in years.items()}
    assessed = [one for one in rows if one.standing == "assessed"]
    return render(request, "agencies/published.html", {
        "year": year, "years": list(years), "rows": rows, "assessed": assessed,
        "others": [one for one in rows if one.standing != "assessed"], "heads": field_names(assessed), "mean": means.get(year),
        "chart": bars_of([(str(one.assessed), one.total, one.grade) for one in assessed if one.total is not None]),
        "trend": trend_of([(one, mean) for one, mean in reversed(means.items()) if mean is not None]),
        "is_sample": any(one.is_sample for one in rows), "is_entered": any(one.is_entered for one in rows)})


def field_names(rows):
    """The fields of the year in the page's language, if points per field are known."""
    first = next((one for one in rows if one.fields), None)
    return first.field_heads if first else []


@public
@kept_page
@agencies_only
def disclosure(request):
    rows = disclosed_here(request.actor)
    return render(request, "agencies/disclosure.html", {
        "rows": rows, "latest": rows[0] if rows else None, "is_sample": any(one.is_sample for one in rows),
        "trend": trend_of([(one.year, one.total) for one in reversed(rows) if one.total is not None])})
