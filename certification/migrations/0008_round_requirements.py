"""From its announcement on a round keeps what it asks of those who apply."""
from django.db import migrations

FIXED = """
CREATE FUNCTION poom_announced_round_keeps_its_requirements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM certification_round
              WHERE published_at IS NOT NULL
                AND (TG_OP <> 'INSERT' AND id = OLD.round_id OR TG_OP <> 'DELETE' AND id = NEW.round_id)) THEN
    RAISE EXCEPTION 'an announced round keeps its requirements' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER announced_round_keeps_its_requirements BEFORE INSERT OR UPDATE OR DELETE ON certification_roundrequirement
  FOR EACH ROW EXECUTE FUNCTION poom_announced_round_keeps_its_requirements();
"""
BACK = "DROP FUNCTION poom_announced_round_keeps_its_requirements CASCADE;"


class Migration(migrations.Migration):
    dependencies = [("certification", "0007_the_mapping_is_frozen_too")]

    operations = [migrations.RunSQL(FIXED, BACK)]
