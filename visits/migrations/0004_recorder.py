"""Interviews and samples of an ended visit do not change."""
from django.db import migrations

FROZEN = """CREATE TRIGGER locked_visit_is_frozen BEFORE INSERT OR UPDATE ON visits_entry
FOR EACH ROW EXECUTE FUNCTION poom_locked_visit_is_frozen('item')"""


class Migration(migrations.Migration):
    dependencies = [("visits", "0002_frozen")]

    operations = [migrations.RunSQL(FROZEN, "DROP TRIGGER locked_visit_is_frozen ON visits_entry")]
