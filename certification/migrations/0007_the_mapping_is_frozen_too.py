"""What became of each indicator is frozen with the edition; an erratum is about a row of its own edition, once that is published."""
from django.db import migrations

FORWARD = """
CREATE TRIGGER published_version_is_frozen BEFORE INSERT OR UPDATE OR DELETE ON certification_indicatormapping
  FOR EACH ROW EXECUTE FUNCTION poom_published_version_is_frozen();
CREATE FUNCTION poom_erratum_is_of_its_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM certification_frameworkversion WHERE id = NEW.version_id AND published_at IS NOT NULL)
     OR EXISTS (SELECT 1 FROM certification_area WHERE id = NEW.area_id AND version_id <> NEW.version_id)
     OR EXISTS (SELECT 1 FROM certification_criterion WHERE id = NEW.criterion_id AND version_id <> NEW.version_id)
     OR EXISTS (SELECT 1 FROM certification_indicator WHERE id = NEW.indicator_id AND version_id <> NEW.version_id) THEN
    RAISE EXCEPTION 'an erratum is about a published edition' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER erratum_is_of_its_edition BEFORE INSERT ON certification_erratum
  FOR EACH ROW EXECUTE FUNCTION poom_erratum_is_of_its_edition();
"""
BACK = """
DROP TRIGGER published_version_is_frozen ON certification_indicatormapping;
DROP FUNCTION poom_erratum_is_of_its_edition CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("certification", "0005_announced_rounds_are_kept")]

    operations = [migrations.RunSQL(FORWARD, BACK)]
