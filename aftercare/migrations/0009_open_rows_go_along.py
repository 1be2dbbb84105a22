"""With a certificate that passes on, what is open about it goes along, never while a sanction is under way; the same matter asks again."""

from django.conf import settings
from django.db import migrations, models

GO_ALONG = """
DROP TRIGGER open_duties_go_along ON certification_certificate; DROP FUNCTION poom_open_duties_go_along();
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
LET_GO = """
DROP TRIGGER open_rows_go_along ON certification_certificate; DROP FUNCTION poom_open_rows_go_along();
CREATE FUNCTION poom_open_duties_go_along() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE aftercare_duty SET provider_id = NEW.provider_id WHERE certificate_id = NEW.id AND stage = 'open';
    RETURN NEW;
END $$;
CREATE TRIGGER open_duties_go_along AFTER UPDATE OF provider_id ON certification_certificate FOR EACH ROW
    WHEN (OLD.provider_id IS DISTINCT FROM NEW.provider_id) EXECUTE FUNCTION poom_open_duties_go_along();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0008_sanction"),
        ("certification", "0011_in_force_again"),
        ("providers", "0003_successions_and_pauses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="duty",
            name="an_added_duty_once",
        ),
        migrations.AlterField(
            model_name="correctiveaction",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("effective", "effective"),
                    ("again", "not effective: asked for again"),
                    ("sanction", "not effective: handed over to the sanction procedure"),
                    ("dropped", "no longer asked for"),
                    ("lapsed", "lapsed with the certificate"),
                ],
                max_length=9,
                verbose_name="outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage", "open")), fields=("agency", "certificate", "kind", "matter"), name="an_added_duty_once"
            ),
        ),
        migrations.RunSQL(GO_ALONG, LET_GO),
    ]
