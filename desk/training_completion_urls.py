"""Completion and its certificate: mounted under training/."""
from django.urls import path

from desk.views import training_check, training_completion

urlpatterns = [
    path("runs/<uuid:public_id>/completion/", training_completion.run_completion, name="training_run_completion"),
    path("runs/<uuid:public_id>/finish/", training_completion.finish_run, name="training_finish_run"),
    path("runs/<uuid:public_id>/anew/", training_completion.work_out_anew, name="training_work_out_anew"),
    path("completions/<uuid:public_id>/", training_completion.completion, name="training_completion"),
    path("completions/<uuid:public_id>/reissue/", training_completion.reissue_paper, name="training_reissue_paper"),
    path("completions/papers/<uuid:public_id>/", training_completion.completion_paper, name="training_completion_paper"),
    path("my/completions/", training_completion.my_completions, name="training_my_completions"),
    path("my/completions/<uuid:public_id>/certificate.pdf", training_completion.my_certificate, name="training_my_certificate"),
    path("check/", training_check.check, name="training_check"),
    path("check/<str:code>/", training_check.check_code, name="training_check_code"),
]
