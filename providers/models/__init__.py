"""The provider, its people, its sites and what it offers there, its documents; and the national list of service types."""
from providers.models.document import ProviderDocument
from providers.models.evidence import Evidence
from providers.models.join_request import JoinRequest
from providers.models.member import ProviderInvitation, ProviderMember
from providers.models.provider import Provider
from providers.models.service_type import ServiceType
from providers.models.site import Offering, Site
from providers.models.standing import Bar, Disposition, NationalHolder
from providers.models.succession import BusinessPause, Succession
from providers.models.upload import Upload

__all__ = [
    "Bar", "BusinessPause", "Disposition", "Evidence", "JoinRequest", "NationalHolder", "Offering", "Provider", "ProviderDocument",
    "ProviderInvitation", "ProviderMember", "ServiceType", "Site", "Succession", "Upload",
]
