"""The service types to start with. Those of Busan's six that were not found published are a sample."""
from django.db import migrations

TYPES = [
    ("child-emotional-development", "아동정서발달지원", "Child emotional development support", False),
    ("youth-healing", "아동·청소년 심리치유", "Psychological healing for children and youth", False),
    ("youth-vision", "아동·청소년 비전형성", "Vision building for children and youth", True),
    ("dementia-prevention", "치매예방", "Dementia prevention", False),
    ("mental-health-care", "정신건강 토탈케어", "Total care for mental health", True),
    ("exercise-prescription", "장애인·노인 운동처방", "Exercise prescription for disabled and older people", True),
]


def bring(apps, schema_editor):
    service_types = apps.get_model("providers", "ServiceType")
    for position, (code, name_ko, name_en, is_sample) in enumerate(TYPES, start=1):
        service_types.objects.update_or_create(
            code=code, defaults={"name_ko": name_ko, "name_en": name_en, "is_sample": is_sample, "position": position})


class Migration(migrations.Migration):
    dependencies = [("providers", "0001_initial")]

    operations = [migrations.RunPython(bring, migrations.RunPython.noop)]
