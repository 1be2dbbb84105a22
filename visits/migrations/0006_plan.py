"""Of an ended visit no other day is asked for."""
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("visits", "0005_amendment")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER locked_visit_is_frozen BEFORE INSERT OR UPDATE ON visits_dayrequest"
            " FOR EACH ROW EXECUTE FUNCTION poom_locked_visit_is_frozen('visit')",
            "DROP TRIGGER locked_visit_is_frozen ON visits_dayrequest"),
    ]
