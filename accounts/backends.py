"""Sign-in by e-mail and password; the limit on tries stands in the adapter, before this is asked."""
from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User


class GuardedBackend(AuthenticationBackend):
    """allauth's, which hashes a dummy for unknown addresses; permissions are ours, Django's tables are never asked."""

    def get_user(self, user_id):
        """With the person: whoever is signed in is called by name on every page."""
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    get_group_permissions = get_all_permissions = get_user_permissions

    def has_perm(self, user_obj, perm, obj=None):
        return False

    def has_module_perms(self, user_obj, app_label):
        return False
