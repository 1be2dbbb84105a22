"""Public activities at the desk: mounted under network/activities/."""
from django.urls import path

from desk.views import activity

urlpatterns = [
    path("", activity.activities, name="network_activities"),
    path("own/", activity.own_activities, name="network_own_activities"),
    path("new/", activity.add_activity, name="network_add_activity"),
    path("<uuid:public_id>/", activity.activity_page, name="network_activity"),
    path("<uuid:public_id>/change/", activity.change_activity, name="network_change_activity"),
    path("<uuid:public_id>/photos/", activity.add_photo, name="network_add_photo"),
    path("<uuid:public_id>/publish/", activity.publish_activity, name="network_publish_activity"),
    path("<uuid:public_id>/withdraw/", activity.withdraw_activity, name="network_withdraw_activity"),
    path("photos/<uuid:public_id>/", activity.photo, name="network_photo"),
    path("photos/<uuid:public_id>/remove/", activity.remove_photo, name="network_remove_photo"),
]
