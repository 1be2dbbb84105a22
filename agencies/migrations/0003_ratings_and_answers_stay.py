"""What was rated alone, closed together, asked, answered and remarked stays as it is."""
from django.db import migrations

STAY = """
CREATE FUNCTION poom_ratings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION poom_rating_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sheet agencies_ratingsheet%ROWTYPE;
BEGIN
  SELECT * INTO sheet FROM agencies_ratingsheet WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.sheet_id ELSE NEW.sheet_id END;
  IF EXISTS (SELECT 1 FROM agencies_consensus
              WHERE participation_id = sheet.participation_id AND area_id = sheet.area_id AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'ratings of a closed consensus stay' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF sheet.handed_in_at IS NOT NULL AND (TG_OP <> 'UPDATE' OR NEW.sheet_id <> OLD.sheet_id
                                         OR NEW.first IS DISTINCT FROM OLD.first OR NEW.comment <> OLD.comment) THEN
    RAISE EXCEPTION 'what was rated alone stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_part_of_a_consensus_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found agencies_consensus.id%TYPE;
BEGIN
  IF TG_TABLE_NAME = 'agencies_discussion' THEN
    found := CASE TG_OP WHEN 'DELETE' THEN OLD.consensus_id ELSE NEW.consensus_id END;
  ELSE
    SELECT id INTO found FROM agencies_consensus WHERE participation_id = NEW.participation_id AND area_id = NEW.area_id;
  END IF;
  IF EXISTS (SELECT 1 FROM agencies_consensus WHERE id = found AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'ratings of a closed consensus stay' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION poom_file_of_a_sent_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM agencies_answer
              WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.answer_id ELSE NEW.answer_id END AND sent_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an answer that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER rating_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_managementrating
  FOR EACH ROW EXECUTE FUNCTION poom_rating_stays();
CREATE TRIGGER sheet_stays_handed_in BEFORE UPDATE OF participation_id, area_id, user_id, handed_in_at ON agencies_ratingsheet
  FOR EACH ROW WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('a sheet that was handed in stays');
CREATE TRIGGER sheet_of_a_closed_consensus_stays BEFORE INSERT OR UPDATE ON agencies_ratingsheet
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_consensus_stays();
CREATE TRIGGER discussion_of_a_closed_consensus_stays BEFORE INSERT OR UPDATE OR DELETE ON agencies_discussion
  FOR EACH ROW EXECUTE FUNCTION poom_part_of_a_consensus_stays();
CREATE TRIGGER consensus_stays_closed BEFORE UPDATE OR DELETE ON agencies_consensus
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('ratings of a closed consensus stay');
CREATE TRIGGER question_stays BEFORE UPDATE OR DELETE ON agencies_question
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a question that was sent stays');
CREATE TRIGGER bundle_stays BEFORE UPDATE OF participation_id, number, sent_at, due_on OR DELETE ON agencies_questionbundle
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('a question that was sent stays');
CREATE TRIGGER answer_stays BEFORE UPDATE OF question_id, text, version, written_by_id, sent_at, days_late OR DELETE ON agencies_answer
  FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('an answer that was sent stays');
CREATE TRIGGER file_of_a_sent_answer_stays BEFORE INSERT OR UPDATE OF answer_id, file_id, name, path, sha256, size OR DELETE
  ON agencies_answerfile FOR EACH ROW EXECUTE FUNCTION poom_file_of_a_sent_answer_stays();
CREATE TRIGGER remark_stays BEFORE UPDATE OF site_id, text, written_by_id, written_at OR DELETE ON agencies_siteremark
  FOR EACH ROW EXECUTE FUNCTION poom_ratings_stay('remarks that were written stay');
CREATE TRIGGER closing_statement_stays BEFORE UPDATE OF closing_statement, closed_at, state OR DELETE ON agencies_siteassessment
  FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION poom_ratings_stay('a closing statement stays');
"""
BACK = """
DROP FUNCTION poom_ratings_stay CASCADE;
DROP FUNCTION poom_rating_stays CASCADE;
DROP FUNCTION poom_part_of_a_consensus_stays CASCADE;
DROP FUNCTION poom_file_of_a_sent_answer_stays CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_frozen_and_sealed")]

    operations = [migrations.RunSQL(STAY, BACK)]
