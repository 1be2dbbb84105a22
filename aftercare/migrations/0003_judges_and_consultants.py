"""A consultant never judges, a judge never consults; a consultant's report that was handed in stays."""
from django.db import migrations

WALLS = """
CREATE FUNCTION poom_no_judge_becomes_consultant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    who bigint;
    whom uuid;
BEGIN
    SELECT account.person_id INTO who FROM aftercare_consultant one JOIN accounts_user account ON account.id = one.user_id
     WHERE one.id = NEW.consultant_id AND one.agency_id = NEW.agency_id;
    SELECT public_id INTO whom FROM providers_provider WHERE id = NEW.provider_id AND agency_id = NEW.agency_id;
    PERFORM pg_advisory_xact_lock(hashtextextended(who::text || whom::text, 0));
    IF EXISTS (SELECT FROM panels_involvement
                WHERE agency_id = NEW.agency_id AND person_id = who AND subject = whom AND kind IN ('assessed', 'decided')
                  AND noted_at >= NEW.agreed_at - interval '24 months') THEN
        RAISE EXCEPTION 'who assessed or decided for a provider consults it no earlier than 24 months later'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM panels_involvement WHERE agency_id = NEW.agency_id AND person_id = who AND subject = whom
                      AND kind = 'consulted' AND matter = NEW.public_id AND to_on IS NULL) THEN
        RAISE EXCEPTION 'a consultation is agreed when the ledger knows of it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_judge_becomes_consultant BEFORE UPDATE ON aftercare_consultation FOR EACH ROW
    WHEN (NEW.stage = 'agreed' AND OLD.stage IS DISTINCT FROM NEW.stage) EXECUTE FUNCTION poom_no_judge_becomes_consultant();

CREATE FUNCTION poom_consultant_never_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whom uuid;
BEGIN
    SELECT provider.public_id INTO whom
      FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id
      JOIN evaluations_application case_of ON case_of.public_id = item.matter AND case_of.agency_id = NEW.agency_id
      JOIN providers_provider provider ON provider.id = case_of.provider_id
     WHERE ballot.id = NEW.ballot_id AND ballot.agency_id = NEW.agency_id;
    IF whom IS NULL THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text || whom::text, 0));
    IF EXISTS (SELECT FROM panels_involvement
                WHERE agency_id = NEW.agency_id AND person_id = NEW.person_id AND subject = whom AND kind = 'consulted'
                  AND (to_on IS NULL OR to_on >= ((NEW.voted_at AT TIME ZONE 'Asia/Seoul')::date - interval '24 months')::date)) THEN
        RAISE EXCEPTION 'who consulted a provider decides about it no earlier than 24 months later'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consultant_never_votes BEFORE INSERT ON panels_rollentry FOR EACH ROW EXECUTE FUNCTION poom_consultant_never_votes();

CREATE FUNCTION poom_a_consultants_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'a report that was handed in stays as it is' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER a_consultants_report_stays BEFORE UPDATE ON aftercare_consultationreport FOR EACH ROW
    WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_a_consultants_report_stays();
"""
LET_GO = """
DROP TRIGGER no_judge_becomes_consultant ON aftercare_consultation; DROP FUNCTION poom_no_judge_becomes_consultant();
DROP TRIGGER consultant_never_votes ON panels_rollentry; DROP FUNCTION poom_consultant_never_votes();
DROP TRIGGER a_consultants_report_stays ON aftercare_consultationreport; DROP FUNCTION poom_a_consultants_report_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("aftercare", "0002_days_of_duties"), ("evaluations", "0001_application_to_announcement")]

    operations = [migrations.RunSQL(WALLS, LET_GO)]
