"""Secret ballots, papers typed in, substitutes, the discussion; and in the database: a secret ballot adds up and keeps nothing else, who
is replaced on a day has no vote on it, a ballot keeps the rule it was opened with."""
from django.db import migrations

REFUSE = "RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';"
OPEN_AND_UNREAD = """SELECT FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id
                   JOIN panels_meeting meeting ON meeting.id = item.meeting_id
                  WHERE ballot.id = NEW.ballot_id AND ballot.is_secret AND ballot.closed_at IS NULL AND ballot.voided_at IS NULL
                    AND meeting.stage = 'open'"""

SECRET_BALLOTS = f"""
CREATE FUNCTION poom_sealed_while_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS ({OPEN_AND_UNREAD}) THEN
        {REFUSE.format(sentence="only an open secret ballot has an urn and takes figures")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_secret_choice_is_offered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id
                    WHERE ballot.id = NEW.ballot_id AND item.choices ? NEW.choice) THEN
        {REFUSE.format(sentence="this choice is not offered")}
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION poom_figures_stay_unless_void() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM panels_ballot WHERE id = OLD.ballot_id AND voided_at IS NULL) THEN
        {REFUSE.format(sentence="what was counted stays")}
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION poom_secret_ballot_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.casting <> OLD.casting THEN
        {REFUSE.format(sentence="a ballot keeps the rule it was opened with")}
    END IF;
    IF NEW.is_secret AND NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL THEN
        IF (SELECT coalesce(sum(votes), 0) FROM panels_secretcount WHERE ballot_id = NEW.id)
           <> (SELECT count(*) FROM panels_rollentry WHERE ballot_id = NEW.id) THEN
            {REFUSE.format(sentence="the figures are not as many as those who voted")}
        END IF;
    END IF;
    IF NEW.is_secret AND (NEW.closed_at IS NOT NULL OR NEW.voided_at IS NOT NULL)
       AND EXISTS (SELECT FROM panels_urn WHERE ballot_id = NEW.id) THEN
        {REFUSE.format(sentence="the urn is still there")}
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER sealed_while_open BEFORE INSERT OR UPDATE ON panels_urn FOR EACH ROW EXECUTE FUNCTION poom_sealed_while_open();
CREATE TRIGGER sealed_while_open BEFORE INSERT ON panels_secretcount FOR EACH ROW EXECUTE FUNCTION poom_sealed_while_open();
CREATE TRIGGER secret_choice_is_offered BEFORE INSERT ON panels_secretcount
   FOR EACH ROW EXECUTE FUNCTION poom_secret_choice_is_offered();
CREATE TRIGGER figures_stay_unless_void BEFORE DELETE ON panels_secretcount FOR EACH ROW EXECUTE FUNCTION poom_figures_stay_unless_void();
CREATE TRIGGER secret_ballot_adds_up BEFORE UPDATE ON panels_ballot FOR EACH ROW EXECUTE FUNCTION poom_secret_ballot_adds_up();
"""  # noqa: S608  constants of this file

NEVER_BOTH = f"""
CREATE FUNCTION poom_holder_or_substitute() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held_on date;
BEGIN
    SELECT (meeting.meets_at AT TIME ZONE 'Asia/Seoul')::date INTO held_on
      FROM panels_ballot ballot JOIN panels_agendaitem item ON item.id = ballot.item_id JOIN panels_meeting meeting ON meeting.id = item.meeting_id
     WHERE ballot.id = NEW.ballot_id;
    IF EXISTS (SELECT FROM panels_seat WHERE id = NEW.seat_id AND (called_off_at IS NOT NULL OR stands_for_id IS NOT NULL AND from_on <> held_on))
       OR EXISTS (SELECT FROM panels_seat WHERE stands_for_id = NEW.seat_id AND called_off_at IS NULL AND from_on = held_on) THEN
        {REFUSE.format(sentence="a seat is held by its holder or by the substitute, never by both")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER holder_or_substitute BEFORE INSERT ON panels_rollentry FOR EACH ROW EXECUTE FUNCTION poom_holder_or_substitute();
"""  # noqa: S608  constants of this file

FUNCTIONS = {
    SECRET_BALLOTS: ("poom_sealed_while_open", "poom_secret_choice_is_offered", "poom_figures_stay_unless_void", "poom_secret_ballot_adds_up"),
    NEVER_BOTH: ("poom_holder_or_substitute",),
}


def dropped(names):
    """Its triggers go with a function."""
    return "; ".join(f"DROP FUNCTION {name}() CASCADE" for name in names)


class Migration(migrations.Migration):
    dependencies = [("panels", "0003_pool")]

    operations = [migrations.RunSQL(sql, dropped(names)) for sql, names in FUNCTIONS.items()]
