"""What people enter about a provider, its sites, services, documents and people, as clean values."""
from providers.forms.fields import phone_field
from providers.forms.people import AcceptJoinForm, InviteColleagueForm, JoinForm, MemberRoleForm
from providers.forms.provider import DocumentForm, ProviderForm, ProxyForm, ReachForm, RegisterForm
from providers.forms.site import OfferingChangeForm, OfferingForm, SiteForm
from providers.forms.standing import BarForm, DispositionForm, EndingForm

__all__ = [
    "AcceptJoinForm", "BarForm", "DispositionForm", "DocumentForm", "EndingForm", "InviteColleagueForm", "JoinForm", "MemberRoleForm",
    "OfferingChangeForm", "OfferingForm", "ProviderForm", "ProxyForm", "ReachForm", "RegisterForm", "SiteForm", "phone_field",
]
