"""Who is who: the agency (the tenant), places, the person, the account, what it is at the agency, and where it is signed in."""
from accounts.models.agency import Agency, Emblem
from accounts.models.covers import Cover
from accounts.models.memberships import Affiliation, Invitation, InvitationLink, Membership, Role
from accounts.models.people import Person, User
from accounts.models.places import District, Province
from accounts.models.sessions import Session

__all__ = [
    "Affiliation", "Agency", "Cover", "District", "Emblem", "Invitation", "InvitationLink", "Membership", "Person", "Province", "Role",
    "Session", "User",
]
