"""Who is who: the agency (the tenant), places, the person, the account, and what it is at the agency."""
from accounts.models.agency import Agency, Emblem
from accounts.models.memberships import Affiliation, Invitation, InvitationLink, Membership, Role
from accounts.models.people import Person, User
from accounts.models.places import District, Province

__all__ = [
    "Affiliation", "Agency", "District", "Emblem", "Invitation", "InvitationLink", "Membership", "Person", "Province", "Role", "User",
]
