"""Once a visit has ended nothing of it changes: said to PostgreSQL, which no way past the workflow escapes."""
from django.db import migrations

FUNCTION = """
CREATE FUNCTION poom_locked_visit_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stood text;
BEGIN
  IF TG_ARGV[0] = 'visit' THEN          -- the share lock waits for whoever is just ending the visit, and keeps it from ending meanwhile
    FOR stood IN SELECT v.stage FROM visits_visit v WHERE v.id IN (OLD.visit_id, NEW.visit_id) FOR SHARE LOOP
      IF stood IN ('locked', 'not_carried_out') THEN
        RAISE EXCEPTION 'nothing of an ended visit changes' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
    END LOOP;
  ELSIF TG_ARGV[0] = 'item' THEN
    FOR stood IN SELECT v.stage FROM visits_visit v JOIN visits_visititem i ON i.visit_id = v.id
                  WHERE i.id IN (OLD.item_id, NEW.item_id) FOR SHARE OF v LOOP
      IF stood IN ('locked', 'not_carried_out') THEN
        RAISE EXCEPTION 'nothing of an ended visit changes' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
    END LOOP;
  ELSIF OLD.stage IN ('locked', 'not_carried_out') THEN
    RAISE EXCEPTION 'an ended visit does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
"""
FROZEN = {"visits_visititem": "visit", "visits_visitmember": "visit", "visits_finding": "item", "visits_agreedfinding": "item",
          "visits_photo": "item"}
TRIGGERS = [f"CREATE TRIGGER locked_visit_is_frozen BEFORE INSERT OR UPDATE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION poom_locked_visit_is_frozen('{whole}')" for table, whole in FROZEN.items()]
ITSELF = ("CREATE TRIGGER locked_visit_is_frozen BEFORE UPDATE ON visits_visit"
          " FOR EACH ROW EXECUTE FUNCTION poom_locked_visit_is_frozen('itself')")


class Migration(migrations.Migration):
    dependencies = [("visits", "0001_initial")]

    operations = [migrations.RunSQL(
        [FUNCTION, *TRIGGERS, ITSELF],
        [*[f"DROP TRIGGER locked_visit_is_frozen ON {table}" for table in (*FROZEN, "visits_visit")],
         "DROP FUNCTION poom_locked_visit_is_frozen()"],
    )]
