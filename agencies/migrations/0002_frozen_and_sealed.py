"""A frozen set never changes, nor do its parts; a report that was handed in stays as it is."""
from django.db import migrations

PARTS = ("agencies_evaluationfield", "agencies_evaluationarea", "agencies_managementindicator", "agencies_figure")

FORWARD = """
CREATE FUNCTION poom_frozen_set_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a frozen set of indicators never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION poom_part_of_a_frozen_set_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_indicatorset
              WHERE published_at IS NOT NULL
                AND (TG_OP <> 'INSERT' AND id = OLD.indicator_set_id OR TG_OP <> 'DELETE' AND id = NEW.indicator_set_id)) THEN
    RAISE EXCEPTION 'a frozen set of indicators never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_report_stays_handed_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a report that was handed in stays as it is' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION poom_part_of_a_sealed_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was bigint; becomes bigint;
BEGIN
  IF TG_TABLE_NAME = 'agencies_reportentry' THEN
    was := CASE WHEN TG_OP <> 'INSERT' THEN OLD.report_id END; becomes := CASE WHEN TG_OP <> 'DELETE' THEN NEW.report_id END;
  ELSE
    SELECT report_id INTO was FROM agencies_reportentry WHERE TG_OP <> 'INSERT' AND id = OLD.entry_id;
    SELECT report_id INTO becomes FROM agencies_reportentry WHERE TG_OP <> 'DELETE' AND id = NEW.entry_id;
  END IF;
  IF EXISTS (SELECT 1 FROM agencies_report WHERE stage = 'submitted' AND id IN (was, becomes)) THEN
    RAISE EXCEPTION 'a report that was handed in stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER frozen_set_stays BEFORE UPDATE OR DELETE ON agencies_indicatorset
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION poom_frozen_set_stays();
CREATE TRIGGER report_stays_handed_in
  BEFORE UPDATE OF participation_id, year, stage, due_on, opened_at, submitted_at, days_late, sha256 OR DELETE ON agencies_report
  FOR EACH ROW WHEN (OLD.stage = 'submitted') EXECUTE FUNCTION poom_report_stays_handed_in();
"""
FROZEN = """
CREATE TRIGGER part_of_a_frozen_set_stays BEFORE INSERT OR UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_frozen_set_stays();
"""
SEALED = """
CREATE TRIGGER part_of_a_sealed_report_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_reportentry
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_sealed_report_stays();
CREATE TRIGGER part_of_a_sealed_report_stays
  BEFORE INSERT OR DELETE
  OR UPDATE OF id, agency_id, central_id, public_id, entry_id, file_id, name, path, sha256, size, mime, extension, added_at, added_by_id
  ON agencies_reportfile FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_sealed_report_stays();
"""
BACK = """
DROP FUNCTION poom_frozen_set_stays CASCADE;
DROP FUNCTION poom_part_of_a_frozen_set_stays CASCADE;
DROP FUNCTION poom_report_stays_handed_in CASCADE;
DROP FUNCTION poom_part_of_a_sealed_report_stays CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD + "".join(FROZEN.format(table=table) for table in PARTS)
                                    + SEALED, BACK)]
