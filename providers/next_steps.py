"""What a provider's people have to do next, in one sentence."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from providers.stages import Stage


@dataclass(frozen=True)
class Step:
    sentence: str
    action: str = ""            # the words of the button
    address: str = ""           # the name of its page; it takes the provider's public id
    waits: bool = False         # somebody else is to act


def next_step(provider, *, has_site, has_offering):
    """The one next thing. `has_site`, `has_offering`: whether there is one already."""
    if provider.stage == Stage.CLOSED:
        return Step(_("The registration has ended. The records stay readable."))
    if provider.stage == Stage.REFUSED:
        return Step(_("Correct what the agency named, then register again."), _("Correct the details"), "portal_correct")
    if not has_site:
        return Step(_("Add the site where you provide services."), _("Add a site"), "portal_add_site")
    if not has_offering:
        return Step(_("Add the services that you offer at your site."), _("Go to the sites"), "portal_provider")
    if provider.stage == Stage.REGISTERED:
        return Step(_("Nothing to do for you now: the agency is reading your registration."), waits=True)
    return Step(_("Everything is in place. You can apply as soon as a round is open."))
