"""With a certificate that passes on, what is open about it goes along, never while a sanction is under way."""
from django.db import migrations

GO_ALONG = """
CREATE FUNCTION poom_open_rows_go_along() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM aftercare_sanction
                WHERE certificate_id = NEW.id AND stage IN ('draft', 'notified', 'heard', 'proposed', 'decided')) THEN
        RAISE EXCEPTION 'a certificate passes to nobody while a sanction is under way' USING ERRCODE = '23514';
    END IF;
    UPDATE aftercare_duty SET provider_id = NEW.provider_id WHERE certificate_id = NEW.id AND (stage = 'open' OR id IN (
        SELECT duty_id FROM aftercare_inspection WHERE stage = 'handed_in'));
    UPDATE aftercare_inspection SET provider_id = NEW.provider_id WHERE stage <> 'seen' AND duty_id IN (
        SELECT id FROM aftercare_duty WHERE certificate_id = NEW.id);
    UPDATE aftercare_correctiveaction SET provider_id = NEW.provider_id WHERE certificate_id = NEW.id AND stage <> 'closed';
    UPDATE aftercare_monitoring SET provider_id = NEW.provider_id WHERE certificate_id = NEW.id AND stage = 'planned';
    UPDATE aftercare_consultation SET provider_id = NEW.provider_id
     WHERE certificate_id = NEW.id AND stage IN ('offered', 'asked', 'chosen', 'told', 'agreed', 'reported');
    UPDATE aftercare_complaintinquiry SET provider_id = NEW.provider_id WHERE answered_at IS NULL AND ended_at IS NULL AND complaint_id IN (
        SELECT id FROM aftercare_complaint WHERE certificate_id = NEW.id);
    RETURN NEW;
END $$;
CREATE TRIGGER open_rows_go_along AFTER UPDATE OF provider_id ON certification_certificate FOR EACH ROW
    WHEN (OLD.provider_id IS DISTINCT FROM NEW.provider_id) EXECUTE FUNCTION poom_open_rows_go_along();
"""
LET_GO = "DROP TRIGGER open_rows_go_along ON certification_certificate; DROP FUNCTION poom_open_rows_go_along();"


class Migration(migrations.Migration):
    dependencies = [("aftercare", "0003_judges_and_consultants")]

    operations = [migrations.RunSQL(GO_ALONG, LET_GO)]
