"""Appeals: handed in once and in time, handled by people who took no part, answered with what follows."""
from django.db import migrations

REFUSE = "RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';"

# A handler is somebody else, by person: neither assessed the case, nor decided it, nor stands back from it.
HANDLERS = f"""
CREATE FUNCTION poom_handler_took_no_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whose bigint;
    judged uuid;
    appealed uuid;
    cases bigint;
BEGIN
    SELECT application.public_id, application.id, appeal.public_id INTO judged, cases, appealed
      FROM evaluations_appeal appeal JOIN evaluations_application application ON application.id = appeal.application_id
     WHERE appeal.id = NEW.appeal_id;
    SELECT person_id INTO whose FROM accounts_user WHERE id = NEW.user_id;
    IF whose IS DISTINCT FROM NEW.person_id THEN
        {REFUSE.format(sentence="the person who handles an appeal is not the one of the account")}
    END IF;
    IF EXISTS (SELECT FROM evaluations_assignment work JOIN accounts_user account ON account.id = work.user_id
                WHERE work.application_id = cases AND account.person_id = NEW.person_id)
       OR EXISTS (SELECT FROM panels_involvement WHERE person_id = NEW.person_id AND matter = judged AND kind IN ('assessed', 'decided'))
       OR EXISTS (SELECT FROM panels_rollentry entry JOIN panels_ballot ballot ON ballot.id = entry.ballot_id
                    JOIN panels_agendaitem item ON item.id = ballot.item_id
                   WHERE entry.person_id = NEW.person_id AND item.matter = judged) THEN
        {REFUSE.format(sentence="who assessed or decided a case never handles the appeal")}
    END IF;
    IF EXISTS (SELECT FROM panels_recusal WHERE person_id = NEW.person_id AND matter IN (judged, appealed)) THEN
        {REFUSE.format(sentence="who stands back from a case never handles the appeal")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER handler_took_no_part BEFORE INSERT OR UPDATE OF user_id, person_id, appeal_id ON evaluations_appealhandler
  FOR EACH ROW EXECUTE FUNCTION poom_handler_took_no_part();

CREATE FUNCTION poom_opinion_handed_in_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM evaluations_appealhandler WHERE id = NEW.handler_id AND handed_in_at IS NOT NULL) THEN
        {REFUSE.format(sentence="an opinion that was handed in never changes")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opinion_handed_in_is_final BEFORE INSERT OR UPDATE ON evaluations_appealopinion
  FOR EACH ROW EXECUTE FUNCTION poom_opinion_handed_in_is_final();
"""  # noqa: S608  constants of this file

HANDED_IN = f"""
CREATE FUNCTION poom_appeal_handed_in_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT FROM evaluations_appeal WHERE id = NEW.appeal_id AND stage <> 'draft') THEN
        {REFUSE.format(sentence="an appeal that was handed in never changes")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER appeal_handed_in_is_final BEFORE INSERT OR UPDATE ON evaluations_appealpoint
  FOR EACH ROW EXECUTE FUNCTION poom_appeal_handed_in_is_final();

CREATE FUNCTION poom_answered_appeal_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    {REFUSE.format(sentence="an appeal that was answered or withdrawn stays as it was")}
END $$;
CREATE TRIGGER answered_appeal_stays BEFORE UPDATE ON evaluations_appeal
  FOR EACH ROW WHEN (OLD.stage IN ('upheld', 'partly', 'rejected', 'dismissed', 'withdrawn')) EXECUTE FUNCTION poom_answered_appeal_stays();

CREATE FUNCTION poom_sealed_appeal_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    {REFUSE.format(sentence="what was handed in with an appeal never changes")}
END $$;
CREATE TRIGGER sealed_appeal_stays BEFORE UPDATE ON evaluations_appeal
  FOR EACH ROW WHEN (OLD.stage <> 'draft' AND (OLD.canonical, OLD.sha256, OLD.number, OLD.arrived_at, OLD.decision_id)
    IS DISTINCT FROM (NEW.canonical, NEW.sha256, NEW.number, NEW.arrived_at, NEW.decision_id))
  EXECUTE FUNCTION poom_sealed_appeal_stays();
"""  # noqa: S608  constants of this file

# A refusal that was announced is left in one way only: by an appeal against its latest decision that was upheld, whole or in part.
ONE_WAY_BACK = f"""
CREATE FUNCTION poom_refusal_is_left_by_appeal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM evaluations_appeal appeal WHERE appeal.application_id = NEW.id AND appeal.stage IN ('upheld', 'partly')
                      AND appeal.follows IN ('reopen', 'replace')
                      AND appeal.decision_id = (SELECT max(id) FROM evaluations_decision WHERE application_id = NEW.id)) THEN
        {REFUSE.format(sentence="only an upheld appeal leads on from an announced refusal")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refusal_is_left_by_appeal BEFORE UPDATE OF stage ON evaluations_application
  FOR EACH ROW WHEN (OLD.stage = 'not_certified' AND NEW.stage <> 'not_certified') EXECUTE FUNCTION poom_refusal_is_left_by_appeal();
"""  # noqa: S608  constants of this file

FUNCTIONS = {
    HANDLERS: ("poom_handler_took_no_part", "poom_opinion_handed_in_is_final"),
    HANDED_IN: ("poom_appeal_handed_in_is_final", "poom_answered_appeal_stays", "poom_sealed_appeal_stays"),
    ONE_WAY_BACK: ("poom_refusal_is_left_by_appeal",),
}


def dropped(names):
    """Its triggers go with a function."""
    return "; ".join(f"DROP FUNCTION {name}() CASCADE" for name in names)


class Migration(migrations.Migration):
    dependencies = [("evaluations", "0016_committee")]

    operations = [migrations.RunSQL(sql, dropped(names)) for sql, names in FUNCTIONS.items()]
