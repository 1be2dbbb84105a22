"""Bulletins of the Central institute: mounted under network/bulletins/."""
from django.urls import path

from desk.views import bulletin, bulletin_keeping

urlpatterns = [
    path("", bulletin.bulletins, name="network_bulletins"),
    path("sent/", bulletin_keeping.kept, name="network_kept_bulletins"),
    path("new/", bulletin_keeping.write, name="network_write_bulletin"),
    path("<uuid:public_id>/", bulletin.bulletin, name="network_bulletin"),
    path("<uuid:public_id>/confirm/", bulletin.confirm, name="network_confirm_bulletin"),
    path("file/<uuid:public_id>/", bulletin.bulletin_file, name="network_bulletin_file"),
    path("<uuid:public_id>/change/", bulletin_keeping.change, name="network_change_bulletin"),
    path("<uuid:public_id>/discard/", bulletin_keeping.discard, name="network_discard_bulletin"),
    path("<uuid:public_id>/add-file/", bulletin_keeping.add_file, name="network_add_bulletin_file"),
    path("file/<uuid:public_id>/remove/", bulletin_keeping.remove_file, name="network_remove_bulletin_file"),
    path("<uuid:public_id>/send/", bulletin_keeping.send, name="network_send_bulletin"),
    path("<uuid:public_id>/count/", bulletin_keeping.count_again, name="network_count_bulletin"),
    path("<uuid:public_id>/readers/", bulletin_keeping.readers, name="network_bulletin_readers"),
    path("<uuid:public_id>/remind/", bulletin_keeping.remind, name="network_remind_bulletin"),
    path("<uuid:public_id>/correct/", bulletin_keeping.correct, name="network_correct_bulletin"),
    path("<uuid:public_id>/withdraw/", bulletin_keeping.withdraw, name="network_withdraw_bulletin"),
]
