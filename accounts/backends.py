"""Sign-in by e-mail and password; the limit on tries stands in the adapter, before this is asked."""
from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from accounts.actors import roles_here
from accounts.models import User
from core.tenancy import is_within


class GuardedBackend(AuthenticationBackend):
    """allauth's, which hashes a dummy for unknown addresses; permissions are ours, Django's tables are never asked."""

    def get_user(self, user_id):
        """With the person and the roles at the agency that is asked: whoever is signed in is called by name on every page."""
        rows = User.objects.select_related("person").filter(pk=user_id)
        user = (rows.annotate(roles_here=ArraySubquery(roles_here(OuterRef("pk")))) if is_within() else rows).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_user_permissions(self, user_obj, obj=None):
        return set()

    get_group_permissions = get_all_permissions = get_user_permissions

    def has_perm(self, user_obj, perm, obj=None):
        return False

    def has_module_perms(self, user_obj, app_label):
        return False
