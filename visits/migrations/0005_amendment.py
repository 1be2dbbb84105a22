"""What is said of a finding after the lock, in entries of its own; and who amends in the place of the lead."""
from django.db import migrations

OF_A_LOCKED_VISIT = """
CREATE FUNCTION poom_amendment_of_a_locked_visit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stood jsonb;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM visits_visititem i JOIN visits_visit v ON v.id = i.visit_id
                  WHERE i.id = NEW.item_id AND v.stage = 'locked') THEN
    RAISE EXCEPTION 'only what is locked is amended' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.kind = 'finding' THEN
    SELECT jsonb_build_object('judgement', a.judgement, 'reason_code', a.reason_code, 'text', a.text) INTO stood
      FROM visits_amendment a WHERE a.item_id = NEW.item_id AND a.kind = 'finding' ORDER BY a.number DESC LIMIT 1;
    IF stood IS NULL THEN
      SELECT jsonb_build_object('judgement', f.judgement, 'reason_code', f.reason_code, 'text', f.text) INTO stood
        FROM visits_agreedfinding f WHERE f.item_id = NEW.item_id;
    END IF;
    IF stood IS NULL OR stood IS DISTINCT FROM NEW.before THEN
      RAISE EXCEPTION 'an amendment says what stood before it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_of_a_locked_visit BEFORE INSERT ON visits_amendment
  FOR EACH ROW EXECUTE FUNCTION poom_amendment_of_a_locked_visit();
"""
OF_A_LOCKED_VISIT_BACK = """
DROP TRIGGER amendment_of_a_locked_visit ON visits_amendment;
DROP FUNCTION poom_amendment_of_a_locked_visit();
"""


class Migration(migrations.Migration):
    dependencies = [("visits", "0004_recorder")]

    operations = [migrations.RunSQL(OF_A_LOCKED_VISIT, OF_A_LOCKED_VISIT_BACK)]
