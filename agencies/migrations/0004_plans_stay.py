"""An approved improvement plan, what was reported of it and what Central has said of it stay as they are."""
from django.db import migrations

STAY = """
CREATE FUNCTION poom_item_of_an_approved_plan_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_improvementplan
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END AND stage IN ('approved', 'closed')) THEN
    RAISE EXCEPTION 'an approved plan stays as it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_file_of_a_sent_progress_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_progress
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.progress_id ELSE NEW.progress_id END AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a progress report that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER item_of_an_approved_plan_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_improvementitem
  FOR EACH ROW EXECUTE FUNCTION poom_item_of_an_approved_plan_stays();
CREATE TRIGGER approved_plan_stays BEFORE UPDATE OF participation_id, year, approved_at, sha256 OR DELETE ON agencies_improvementplan
  FOR EACH ROW WHEN (OLD.stage IN ('approved', 'closed')) EXECUTE FUNCTION poom_ratings_stay('an approved plan stays as it is');
CREATE TRIGGER closed_plan_stays BEFORE UPDATE OF stage, closed_at, closing ON agencies_improvementplan
  FOR EACH ROW WHEN (OLD.stage = 'closed') EXECUTE FUNCTION poom_ratings_stay('a closed plan stays closed');
CREATE TRIGGER progress_stays BEFORE UPDATE OF check_of_id, item_id, state, text, version, written_by_id, sent_at OR DELETE
  ON agencies_progress FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL)
  EXECUTE FUNCTION poom_ratings_stay('a progress report that was sent stays');
CREATE TRIGGER file_of_a_sent_progress_stays BEFORE INSERT OR UPDATE OF progress_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_progressfile FOR EACH ROW EXECUTE FUNCTION poom_file_of_a_sent_progress_stays();
CREATE TRIGGER item_remark_stays BEFORE UPDATE OF item_id, text, closes, written_by_id, written_at OR DELETE ON agencies_itemremark
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a remark on an item stays');
"""
BACK = """
DROP FUNCTION poom_item_of_an_approved_plan_stays CASCADE;
DROP FUNCTION poom_file_of_a_sent_progress_stays CASCADE;
DROP TRIGGER approved_plan_stays ON agencies_improvementplan;
DROP TRIGGER closed_plan_stays ON agencies_improvementplan;
DROP TRIGGER progress_stays ON agencies_progress;
DROP TRIGGER item_remark_stays ON agencies_itemremark;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_ratings_and_answers_stay")]

    operations = [migrations.RunSQL(STAY, BACK)]
