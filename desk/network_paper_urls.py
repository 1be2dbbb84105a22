"""The library of papers: mounted under network/papers/."""
from django.urls import path

from desk.views import paper

urlpatterns = [
    path("", paper.papers, name="network_papers"),
    path("own/", paper.own_papers, name="network_own_papers"),
    path("new/", paper.write, name="network_write_paper"),
    path("<uuid:public_id>/", paper.paper, name="network_paper"),
    path("<uuid:public_id>/change/", paper.change, name="network_change_paper"),
    path("<uuid:public_id>/add-file/", paper.add_file, name="network_add_paper_file"),
    path("<uuid:public_id>/publish/", paper.publish, name="network_publish_paper"),
    path("<uuid:public_id>/discard/", paper.discard, name="network_discard_paper"),
    path("<uuid:public_id>/edition/", paper.begin_edition, name="network_begin_edition"),
    path("<uuid:public_id>/withdraw/", paper.withdraw, name="network_withdraw_paper"),
    path("file/<uuid:public_id>/", paper.paper_file, name="network_paper_file"),
    path("file/<uuid:public_id>/remove/", paper.remove_file, name="network_remove_paper_file"),
]
