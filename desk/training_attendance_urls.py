"""Attendance: mounted under training/."""
from django.urls import path

from desk.views import training_attendance as attendance
from desk.views import training_code as code

urlpatterns = [
    path("classes/", attendance.classes, name="training_classes"),
    path("classes/<uuid:public_id>/", attendance.class_list, name="training_class"),
    path("classes/<uuid:public_id>/note/", attendance.note_presence, name="training_note_presence"),
    path("classes/<uuid:public_id>/sheet/", attendance.type_sheet, name="training_sheet"),
    path("classes/<uuid:public_id>/sheet.pdf", attendance.sheet_pdf, name="training_sheet_pdf"),
    path("classes/<uuid:public_id>/code/", code.class_code, name="training_class_code"),
    path("classes/<uuid:public_id>/attend/", code.attend, name="training_attend"),
    path("classes/<uuid:public_id>/attend/scan/", code.scan, name="training_scan"),
    path("classes/<uuid:public_id>/attend/code/", code.type_code, name="training_type_code"),
    path("runs/<uuid:public_id>/attendance/", attendance.run_attendance, name="training_run_attendance"),
    path("attendance/<uuid:public_id>/", attendance.attendance, name="training_attendance"),
]
