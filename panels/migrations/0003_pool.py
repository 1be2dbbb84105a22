"""In the database: who consulted a provider assesses it no earlier than 24 months later."""
from django.db import migrations

# Both kinds take the same lock of person and provider first, so that of two at once the later sees what the earlier wrote.
CONSULTANT_NEVER_ASSESSES = """
CREATE FUNCTION poom_consultant_never_assesses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind IN ('assessed', 'consulted') THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text || NEW.subject::text, 0));
    END IF;
    IF NEW.kind = 'assessed' AND EXISTS (
        SELECT FROM panels_involvement
         WHERE agency_id = NEW.agency_id AND person_id = NEW.person_id AND subject = NEW.subject AND kind = 'consulted'
           AND (to_on IS NULL OR to_on >= ((NEW.noted_at AT TIME ZONE 'Asia/Seoul')::date - interval '24 months')::date)) THEN
        RAISE EXCEPTION 'who consulted a provider assesses it no earlier than 24 months later'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consultant_never_assesses BEFORE INSERT OR UPDATE ON panels_involvement
   FOR EACH ROW EXECUTE FUNCTION poom_consultant_never_assesses();
"""


class Migration(migrations.Migration):
    dependencies = [("panels", "0002_second_wall")]

    operations = [migrations.RunSQL(CONSULTANT_NEVER_ASSESSES, "DROP FUNCTION poom_consultant_never_assesses() CASCADE")]
