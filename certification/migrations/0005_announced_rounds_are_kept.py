"""What a round announced stays: its names, its places, its days, whom to ask, its services, documents and files."""
from django.db import migrations

KEPT = ("name_ko", "name_en", "quota", "notice_on", "opens_at", "document_review_from", "document_review_until", "site_visits_from",
        "site_visits_until", "final_evaluation_on", "results_on", "contact_ko", "contact_en", "contact_phone", "contact_email")
PARTS = ("certification_roundservice", "certification_rounddocument", "certification_roundattachment")

FUNCTIONS = """
CREATE FUNCTION poom_announced_round_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a round announced stays' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION poom_announced_part_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM certification_round WHERE id = OLD.round_id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what a round announced stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
"""
ROUND = """
CREATE TRIGGER announced_round_is_kept BEFORE UPDATE ON certification_round
  FOR EACH ROW WHEN (OLD.published_at IS NOT NULL AND ({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION poom_announced_round_is_kept();
"""
PART = """
CREATE TRIGGER announced_part_is_kept BEFORE UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION poom_announced_part_is_kept();
"""
FORWARD = FUNCTIONS + ROUND.format(old=", ".join(f"OLD.{name}" for name in KEPT), new=", ".join(f"NEW.{name}" for name in KEPT)) + "".join(
    PART.format(table=table) for table in PARTS)
BACK = """
DROP FUNCTION poom_announced_round_is_kept CASCADE;
DROP FUNCTION poom_announced_part_is_kept CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("certification", "0003_published_versions_are_frozen")]

    operations = [migrations.RunSQL(FORWARD, BACK)]
