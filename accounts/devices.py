"""A browser in words, as far as it says what it is."""
from django.utils.translation import gettext as _

BROWSERS = (        # the first that fits: most browsers call themselves by the names of others too
    ("Whale/", "Whale"), ("SamsungBrowser/", "Samsung Internet"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def in_words(agent):
    """“Chrome, Windows”; what nobody knows is called so."""
    browser = next((name for mark, name in BROWSERS if mark in agent), None)
    system = next((name for mark, name in SYSTEMS if mark in agent), None)
    return ", ".join(part for part in (browser, system) if part) or _("Unknown browser")
