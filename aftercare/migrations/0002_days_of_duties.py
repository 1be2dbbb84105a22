"""The last day of a duty moves only with a line that says why."""
from django.db import migrations

KEEP = """
CREATE FUNCTION poom_duty_day_moves_with_a_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM aftercare_dutychange WHERE duty_id = NEW.id AND from_on = OLD.due_on AND to_on = NEW.due_on) THEN
        RAISE EXCEPTION 'the last day of a duty changes only with a line that says why' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER duty_day_moves_with_a_change BEFORE UPDATE ON aftercare_duty FOR EACH ROW
    WHEN (OLD.due_on IS DISTINCT FROM NEW.due_on) EXECUTE FUNCTION poom_duty_day_moves_with_a_change();
"""
LET_GO = "DROP TRIGGER duty_day_moves_with_a_change ON aftercare_duty; DROP FUNCTION poom_duty_day_moves_with_a_change();"


class Migration(migrations.Migration):
    dependencies = [("aftercare", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
