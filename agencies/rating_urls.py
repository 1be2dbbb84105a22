"""The assessor's pages of the management evaluation: mounted under management/."""
from django.urls import path

from agencies.views import consensus, declaration, rating, site

urlpatterns = [
    path("rating/", rating.home, name="rating_home"),
    path("rating/declarations/<uuid:public_id>/", declaration.declaration, name="management_declaration"),
    path("rating/sheets/<uuid:public_id>/", rating.sheet, name="rating_sheet"),
    path("rating/sheets/<uuid:public_id>/begin/", rating.begin, name="begin_rating"),
    path("rating/sheets/<uuid:public_id>/hand-in/", rating.hand_in, name="hand_in_ratings"),
    path("rating/indicators/<uuid:public_id>/", rating.rating, name="rating"),
    path("rating/indicators/<uuid:public_id>/ask/", rating.ask, name="propose_question"),
    path("rating/indicators/<uuid:public_id>/revise/", consensus.revise, name="revise_rating"),
    path("rating/consensus/<uuid:public_id>/", consensus.consensus, name="rating_consensus"),
    path("rating/consensus/<uuid:public_id>/close/", consensus.close, name="close_consensus"),
    path("rating/discussions/<uuid:public_id>/", consensus.discuss, name="rating_discussion"),
    path("rating/evidence/<uuid:public_id>/", rating.evidence, name="rating_evidence"),
    path("rating/sites/<uuid:public_id>/", site.site, name="rating_site"),
]
