"""A comment that was handed in stays, and only what was handed in is answered."""
from django.db import migrations

HOLDS = """
CREATE FUNCTION poom_comment_handed_in_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a comment that was handed in never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER comment_handed_in_is_final BEFORE UPDATE ON evaluations_factcomment
  FOR EACH ROW WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_comment_handed_in_is_final();

CREATE FUNCTION poom_answer_to_what_was_handed_in() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluations_factcomment WHERE id = NEW.comment_id AND handed_in_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a draft is not answered' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_to_what_was_handed_in BEFORE INSERT ON evaluations_factanswer
  FOR EACH ROW EXECUTE FUNCTION poom_answer_to_what_was_handed_in();

CREATE FUNCTION poom_every_comment_has_its_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM evaluations_factcomment c JOIN evaluations_reportfact f ON f.id = c.fact_id
              WHERE f.check_of_id = NEW.id AND c.handed_in_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM evaluations_factanswer a WHERE a.comment_id = c.id)) THEN
    RAISE EXCEPTION 'a comment still waits for its answer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER every_comment_has_its_answer BEFORE INSERT OR UPDATE OF stage ON evaluations_factcheck
  FOR EACH ROW WHEN (NEW.stage IN ('answered', 'closed')) EXECUTE FUNCTION poom_every_comment_has_its_answer();

CREATE FUNCTION poom_fact_check_ends_before_the_committee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM evaluations_factcheck WHERE application_id = NEW.id AND stage = 'handed_in') THEN
    RAISE EXCEPTION 'comments on the facts still wait for their answers' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fact_check_ends_before_the_committee BEFORE UPDATE OF stage ON evaluations_application
  FOR EACH ROW WHEN (NEW.stage = 'final_evaluation') EXECUTE FUNCTION poom_fact_check_ends_before_the_committee();

CREATE FUNCTION poom_taken_over_before_the_committee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluations_requiredindicator r JOIN evaluations_application a ON a.id = r.application_id
                  WHERE r.id = NEW.required_id AND a.stage IN ('site_visit', 'fact_check')) THEN
    RAISE EXCEPTION 'once the committee has the case an amendment is evidence only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER taken_over_before_the_committee BEFORE INSERT ON evaluations_amendmentincase
  FOR EACH ROW WHEN (NEW.is_taken) EXECUTE FUNCTION poom_taken_over_before_the_committee();
"""
HELD = {"comment_handed_in_is_final": "factcomment", "answer_to_what_was_handed_in": "factanswer",
        "every_comment_has_its_answer": "factcheck", "fact_check_ends_before_the_committee": "application",
        "taken_over_before_the_committee": "amendmentincase"}
HOLDS_BACK = "".join(f"DROP TRIGGER {name} ON evaluations_{table}; DROP FUNCTION poom_{name}();" for name, table in HELD.items())


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0002_second_wall")]

    operations = [migrations.RunSQL(HOLDS, HOLDS_BACK)]
