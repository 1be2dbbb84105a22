"""A staff table that may be edited, and one that is only looked at."""
from django.contrib import admin

from core.admin import HouseAdmin, VisibleFilter
from tests.sample.models import Club, Voucher


@admin.register(Club)
class ClubAdmin(HouseAdmin):
    list_display = ["name", "number"]
    search_fields = ["name"]
    may_be_added = may_be_changed = may_be_deleted = True


@admin.register(Voucher)
class VoucherAdmin(HouseAdmin):
    list_filter = [("club", VisibleFilter)]
    may_be_added = True
