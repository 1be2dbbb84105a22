"""The provinces, and the districts of Busan and Daegu."""
import json
from pathlib import Path

from django.db import migrations

PLACES = Path(__file__).resolve().parent.parent / "reference" / "places.json"
GUNWI_MOVED_ON = "2023-07-01"           # from Gyeongbuk to Daegu


def bring(apps, schema_editor):
    Province, District = apps.get_model("accounts", "Province"), apps.get_model("accounts", "District")
    places = json.loads(PLACES.read_text(encoding="utf-8"))
    for row in places["provinces"]:
        Province.objects.update_or_create(code=row["code"], defaults={"name_ko": row["ko"], "name_en": row["en"]})
    for code, rows in places["districts"].items():
        province = Province.objects.get(code=code)
        for row in rows:
            District.objects.update_or_create(code=row["code"], defaults={
                "province": province, "name_ko": row["ko"], "name_en": row["en"],
                "valid_from": GUNWI_MOVED_ON if row["code"] == "27720" else None,
            })


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_initial")]

    operations = [migrations.RunPython(bring, migrations.RunPython.noop)]
