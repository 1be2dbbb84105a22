"""In the database: a committee's decision rests on a vote that counts."""
from django.db import migrations

DECISION_RESTS_ON_A_VOTE = """
CREATE FUNCTION poom_decision_rests_on_a_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.item_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM panels_ballot WHERE item_id = NEW.item_id AND agency_id = NEW.agency_id AND voided_at IS NULL AND result = NEW.kind) THEN
        RAISE EXCEPTION 'a decision rests on a vote that counts' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_rests_on_a_vote BEFORE INSERT ON evaluations_decision
   FOR EACH ROW EXECUTE FUNCTION poom_decision_rests_on_a_vote();
"""


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0013_fact_check")]

    operations = [migrations.RunSQL(DECISION_RESTS_ON_A_VOTE, "DROP FUNCTION poom_decision_rests_on_a_vote() CASCADE")]
