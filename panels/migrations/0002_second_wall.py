"""What must hold whoever writes: who judged a case never votes on it, votes go into open ballots only, a closed meeting stays as it was."""
from django.db import migrations

# Both sides take the same lock of the case first, so that of two at once the later sees what the earlier wrote.
HOLD = "PERFORM pg_advisory_xact_lock(hashtextextended({matter}::text, 0));"
REFUSE = "RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';"

EVALUATOR_NEVER_VOTES = f"""
CREATE FUNCTION poom_evaluator_never_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    judged uuid;
    sitting bigint;
    body bigint;
BEGIN
    SELECT item.matter, meeting.body_id INTO judged, body
      FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id JOIN panels_meeting meeting ON meeting.id = item.meeting_id
     WHERE ballot.id = NEW.ballot_id AND ballot.agency_id = NEW.agency_id;
    {HOLD.format(matter="judged")}
    SELECT account.person_id INTO sitting FROM panels_seat seat JOIN accounts_user account ON account.id = seat.user_id
     WHERE seat.id = NEW.seat_id AND seat.agency_id = NEW.agency_id AND seat.body_id = body;
    IF sitting IS DISTINCT FROM NEW.person_id THEN
        {REFUSE.format(sentence="the one on the roll is not the one in the seat")}
    END IF;
    IF EXISTS (SELECT FROM panels_involvement
                WHERE agency_id = NEW.agency_id AND person_id = NEW.person_id AND kind = 'assessed' AND matter = judged) THEN
        {REFUSE.format(sentence="who assessed a case never votes on it")}
    END IF;
    IF EXISTS (SELECT FROM panels_recusal WHERE agency_id = NEW.agency_id AND person_id = NEW.person_id AND matter = judged) THEN
        {REFUSE.format(sentence="who stands back from a case never votes on it")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_voter_never_assesses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'assessed' THEN
        {HOLD.format(matter="NEW.matter")}
        IF EXISTS (SELECT FROM panels_rollentry entry JOIN panels_ballot ballot ON ballot.id = entry.ballot_id
                     JOIN panels_agendaitem item ON item.id = ballot.item_id
                    WHERE entry.agency_id = NEW.agency_id AND entry.person_id = NEW.person_id AND item.matter = NEW.matter
                      AND ballot.voided_at IS NULL) THEN
            {REFUSE.format(sentence="who voted on a case never assesses it")}
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_recused_have_no_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {HOLD.format(matter="NEW.matter")}
    IF EXISTS (SELECT FROM panels_rollentry entry JOIN panels_ballot ballot ON ballot.id = entry.ballot_id
                 JOIN panels_agendaitem item ON item.id = ballot.item_id JOIN panels_meeting meeting ON meeting.id = item.meeting_id
                WHERE entry.agency_id = NEW.agency_id AND entry.person_id = NEW.person_id AND item.matter = NEW.matter
                  AND ballot.voided_at IS NULL AND meeting.stage <> 'closed') THEN
        {REFUSE.format(sentence="a ballot in which this person voted counts still")}
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER evaluator_never_votes BEFORE INSERT ON panels_rollentry FOR EACH ROW EXECUTE FUNCTION poom_evaluator_never_votes();
CREATE TRIGGER voter_never_assesses BEFORE INSERT OR UPDATE ON panels_involvement FOR EACH ROW EXECUTE FUNCTION poom_voter_never_assesses();
CREATE TRIGGER recused_have_no_vote BEFORE INSERT OR UPDATE ON panels_recusal FOR EACH ROW EXECUTE FUNCTION poom_recused_have_no_vote();
"""  # noqa: S608  constants of this file

OPEN_BALLOTS_ONLY = f"""
CREATE FUNCTION poom_vote_needs_an_open_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM panels_ballot WHERE id = NEW.ballot_id AND closed_at IS NULL AND voided_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        {REFUSE.format(sentence="this ballot takes no more votes")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_choice_is_offered() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    offered jsonb;
BEGIN
    SELECT item.choices INTO offered FROM panels_rollentry entry JOIN panels_ballot ballot ON ballot.id = entry.ballot_id
      JOIN panels_agendaitem item ON item.id = ballot.item_id
     WHERE entry.id = NEW.entry_id AND ballot.closed_at IS NULL AND ballot.voided_at IS NULL AND NOT ballot.is_secret;
    IF offered IS NULL THEN
        {REFUSE.format(sentence="this ballot takes no open vote")}
    END IF;
    IF NOT offered ? NEW.choice THEN
        {REFUSE.format(sentence="this choice is not offered")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_ballot_stays_as_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.voided_at IS NOT NULL OR NEW.item_id <> OLD.item_id OR NEW.is_secret <> OLD.is_secret OR (OLD.closed_at IS NOT NULL
       AND to_jsonb(NEW) - '{{voided_at,void_reason}}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{{voided_at,void_reason}}'::text[]) THEN
        {REFUSE.format(sentence="a ballot that was closed or voided stays as it was")}
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER vote_needs_an_open_ballot BEFORE INSERT ON panels_rollentry
   FOR EACH ROW EXECUTE FUNCTION poom_vote_needs_an_open_ballot();
CREATE TRIGGER choice_is_offered BEFORE INSERT ON panels_openchoice FOR EACH ROW EXECUTE FUNCTION poom_choice_is_offered();
CREATE TRIGGER ballot_stays_as_counted BEFORE UPDATE ON panels_ballot FOR EACH ROW EXECUTE FUNCTION poom_ballot_stays_as_counted();
"""  # noqa: S608  constants of this file

CLOSED_MEETING_FREEZES = f"""
CREATE FUNCTION poom_closed_meeting_freezes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held bigint;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'panels_agendaitem', 'panels_attendance' THEN held := NEW.meeting_id;
        WHEN 'panels_ballot' THEN SELECT meeting_id INTO held FROM panels_agendaitem WHERE id = NEW.item_id;
        WHEN 'panels_rollentry' THEN SELECT item.meeting_id INTO held
            FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id WHERE ballot.id = NEW.ballot_id;
        WHEN 'panels_openchoice' THEN SELECT item.meeting_id INTO held
            FROM panels_rollentry entry JOIN panels_ballot ballot ON ballot.id = entry.ballot_id
            JOIN panels_agendaitem item ON item.id = ballot.item_id WHERE entry.id = NEW.entry_id;
    END CASE;
    IF EXISTS (SELECT FROM panels_meeting WHERE id = held AND stage IN ('closed', 'cancelled')) THEN
        {REFUSE.format(sentence="a meeting that is over stays as it was")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_only_minutes_are_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.stage IN ('closed', 'cancelled') AND to_jsonb(NEW) - 'minutes_id' IS DISTINCT FROM to_jsonb(OLD) - 'minutes_id' THEN
        {REFUSE.format(sentence="a meeting that is over stays as it was")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_item_keeps_its_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.matter, NEW.meeting_id, NEW.choices) IS DISTINCT FROM (OLD.matter, OLD.meeting_id, OLD.choices) THEN
        {REFUSE.format(sentence="an agenda item keeps its case, its meeting and its choices")}
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER only_minutes_are_added BEFORE UPDATE ON panels_meeting FOR EACH ROW EXECUTE FUNCTION poom_only_minutes_are_added();
CREATE TRIGGER item_keeps_its_case BEFORE UPDATE ON panels_agendaitem FOR EACH ROW EXECUTE FUNCTION poom_item_keeps_its_case();
CREATE TRIGGER closed_meeting_freezes BEFORE INSERT OR UPDATE ON panels_agendaitem FOR EACH ROW EXECUTE FUNCTION poom_closed_meeting_freezes();
CREATE TRIGGER closed_meeting_freezes BEFORE INSERT OR UPDATE ON panels_attendance FOR EACH ROW EXECUTE FUNCTION poom_closed_meeting_freezes();
CREATE TRIGGER closed_meeting_freezes BEFORE INSERT OR UPDATE ON panels_ballot FOR EACH ROW EXECUTE FUNCTION poom_closed_meeting_freezes();
CREATE TRIGGER closed_meeting_freezes BEFORE INSERT ON panels_rollentry FOR EACH ROW EXECUTE FUNCTION poom_closed_meeting_freezes();
CREATE TRIGGER closed_meeting_freezes BEFORE INSERT ON panels_openchoice FOR EACH ROW EXECUTE FUNCTION poom_closed_meeting_freezes();
"""  # noqa: S608  constants of this file

FUNCTIONS = {
    EVALUATOR_NEVER_VOTES: ("poom_evaluator_never_votes", "poom_voter_never_assesses", "poom_recused_have_no_vote"),
    OPEN_BALLOTS_ONLY: ("poom_vote_needs_an_open_ballot", "poom_choice_is_offered", "poom_ballot_stays_as_counted"),
    CLOSED_MEETING_FREEZES: ("poom_closed_meeting_freezes", "poom_only_minutes_are_added", "poom_item_keeps_its_case"),
}


def dropped(names):
    """Its triggers go with a function."""
    return "; ".join(f"DROP FUNCTION {name}() CASCADE" for name in names)


class Migration(migrations.Migration):
    dependencies = [("panels", "0001_initial")]

    operations = [migrations.RunSQL(sql, dropped(names)) for sql, names in FUNCTIONS.items()]
