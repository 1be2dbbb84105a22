"""Times of courses and classes in words."""
from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core import clock
from core.wording import day_in_words
from providers import telephone

register = template.Library()


@register.filter
def hours(minutes):
    """6 hours 30 minutes, or only the part that there is."""
    whole, rest = divmod(int(minutes or 0), 60)
    if not whole:
        return _("%(minutes)s min") % {"minutes": rest}
    return _("%(hours)s h %(minutes)s min") % {"hours": whole, "minutes": rest} if rest else _("%(hours)s h") % {"hours": whole}


@register.filter
def class_time(one):
    """2026. 11. 22.(일) 09:00–12:00; over midnight with both days."""
    begins, ends = clock.seoul(one.starts_at), clock.seoul(one.ends_at)
    last = f"{ends:%H:%M}" if begins.date() == ends.date() else f"{day_in_words(ends.date())} {ends:%H:%M}"
    return format_html('<time datetime="{}">{} {}–{}</time>', begins.isoformat(), day_in_words(begins.date()), f"{begins:%H:%M}", last)


@register.filter
def clock_time(moment):
    """09:00 in Seoul."""
    return f"{clock.seoul(moment):%H:%M}"


@register.filter
def days_of(run):
    """From its first to its last day; `first_at` and `last_at` were asked with it."""
    if not run.first_at:
        return _("no classes yet")
    first, last = clock.seoul(run.first_at).date(), clock.seoul(run.last_at).date()
    return day_in_words(first) if first == last else f"{day_in_words(first)} – {day_in_words(last)}"


@register.filter
def month_words(month):
    return _("%(month)s/%(year)s") % {"year": month.year, "month": f"{month.number:02}"}


@register.filter
def phone(digits):
    return telephone.formatted(digits) if digits else ""
