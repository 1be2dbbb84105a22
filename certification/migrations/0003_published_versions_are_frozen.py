"""What is published stays: an edition with all its rows, and what a round is judged by."""
from django.db import migrations

PARTS = ("certification_area", "certification_criterion", "certification_indicator")

FUNCTIONS = """
CREATE FUNCTION poom_published_version_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM certification_frameworkversion
              WHERE published_at IS NOT NULL
                AND (TG_OP <> 'INSERT' AND id = OLD.version_id OR TG_OP <> 'DELETE' AND id = NEW.version_id)) THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_version_stays_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION poom_announced_round_keeps_its_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an announced round keeps its version, year and kind' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER version_stays_published BEFORE UPDATE OR DELETE ON certification_frameworkversion
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION poom_version_stays_published();
CREATE TRIGGER announced_round_keeps_its_version BEFORE UPDATE ON certification_round
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL AND (OLD.version_id, OLD.year, OLD.kind, OLD.published_at)
                     IS DISTINCT FROM (NEW.version_id, NEW.year, NEW.kind, NEW.published_at))
  EXECUTE FUNCTION poom_announced_round_keeps_its_version();
"""
FROZEN = """
CREATE TRIGGER published_version_is_frozen BEFORE INSERT OR UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION poom_published_version_is_frozen();
"""
BACK = """
DROP FUNCTION poom_published_version_is_frozen CASCADE;
DROP FUNCTION poom_version_stays_published CASCADE;
DROP FUNCTION poom_announced_round_keeps_its_version CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("certification", "0001_framework_round_certificate_register")]

    operations = [migrations.RunSQL(FUNCTIONS + "".join(FROZEN.format(table=table) for table in PARTS), BACK)]
