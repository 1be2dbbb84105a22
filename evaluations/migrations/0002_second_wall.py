"""What must never be false, whoever writes: no certificate without every indicator, no judgement after it was handed in."""
from django.db import migrations

ALL_COMPLIANT = """
CREATE FUNCTION poom_all_compliant(wanted bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) > 0 AND bool_and(agreed = 'compliant') FROM evaluations_requiredindicator WHERE application_id = wanted
$$;
CREATE FUNCTION poom_certified_needs_every_indicator() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT poom_all_compliant(NEW.id) THEN
    RAISE EXCEPTION 'certified only with every required indicator agreed compliant' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certified_needs_every_indicator BEFORE INSERT OR UPDATE OF stage ON evaluations_application
  FOR EACH ROW WHEN (NEW.stage = 'certified') EXECUTE FUNCTION poom_certified_needs_every_indicator();
CREATE FUNCTION poom_award_needs_every_indicator() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT poom_all_compliant(NEW.application_id) THEN
    RAISE EXCEPTION 'awarded only with every required indicator agreed compliant' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER award_needs_every_indicator BEFORE INSERT ON evaluations_decision
  FOR EACH ROW WHEN (NEW.kind = 'award') EXECUTE FUNCTION poom_award_needs_every_indicator();
"""
ALL_COMPLIANT_BACK = """
DROP TRIGGER award_needs_every_indicator ON evaluations_decision;
DROP FUNCTION poom_award_needs_every_indicator();
DROP TRIGGER certified_needs_every_indicator ON evaluations_application;
DROP FUNCTION poom_certified_needs_every_indicator();
DROP FUNCTION poom_all_compliant(bigint);
"""

AGREED_STANDS = """
CREATE FUNCTION poom_agreed_stands_once_decided() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM evaluations_application WHERE id = NEW.application_id AND stage IN ('decided', 'certified', 'not_certified')) THEN
    RAISE EXCEPTION 'what a decision rests on never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_stands_once_decided BEFORE INSERT OR UPDATE ON evaluations_requiredindicator
  FOR EACH ROW EXECUTE FUNCTION poom_agreed_stands_once_decided();
"""
AGREED_STANDS_BACK = """
DROP TRIGGER agreed_stands_once_decided ON evaluations_requiredindicator;
DROP FUNCTION poom_agreed_stands_once_decided();
"""

HANDED_IN = """
CREATE FUNCTION poom_handed_in_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a review that was handed in never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER handed_in_is_final BEFORE UPDATE ON evaluations_sheet
  FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION poom_handed_in_is_final();
CREATE FUNCTION poom_judgement_of_open_sheet() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM evaluations_sheet WHERE id = NEW.sheet_id AND submitted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a review that was handed in never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judgement_of_open_sheet BEFORE INSERT OR UPDATE ON evaluations_judgement
  FOR EACH ROW EXECUTE FUNCTION poom_judgement_of_open_sheet();
"""
HANDED_IN_BACK = """
DROP TRIGGER judgement_of_open_sheet ON evaluations_judgement;
DROP FUNCTION poom_judgement_of_open_sheet();
DROP TRIGGER handed_in_is_final ON evaluations_sheet;
DROP FUNCTION poom_handed_in_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0001_application_to_announcement")]

    operations = [
        migrations.RunSQL(ALL_COMPLIANT, ALL_COMPLIANT_BACK),
        migrations.RunSQL(AGREED_STANDS, AGREED_STANDS_BACK),
        migrations.RunSQL(HANDED_IN, HANDED_IN_BACK),
    ]
