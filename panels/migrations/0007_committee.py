"""Secret ballots, papers typed in, substitutes, the discussion; and in the database: a secret ballot adds up and keeps nothing else, who
is replaced on a day has no vote on it, a ballot keeps the rule it was opened with."""
import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

import core.tenancy

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

    dependencies = [
        ('accounts', '0005_cover'),
        ('panels', '0006_announcing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SecretCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choice', models.CharField(max_length=30, verbose_name='choice')),
                ('votes', models.PositiveSmallIntegerField(verbose_name='votes')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('ballot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='secret_counts', to='panels.ballot')),
            ],
            options={
                'verbose_name': 'figure of a secret ballot',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Urn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('salt', models.BinaryField()),
                ('sealed', models.BinaryField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('ballot', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='panels.ballot')),
            ],
            options={
                'verbose_name': 'urn',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='discussion',
            field=models.TextField(blank=True, verbose_name='what was discussed'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='discussion_version',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='ballot',
            name='casting',
            field=models.CharField(choices=[('nobody', 'nobody: the vote is repeated'), ('chair', "the chair's vote decides")], db_default='nobody', default='nobody', max_length=6, verbose_name='at a tie'),
        ),
        migrations.AddField(
            model_name='body',
            name='casting',
            field=models.CharField(choices=[('nobody', 'nobody: the vote is repeated'), ('chair', "the chair's vote decides")], db_default='nobody', default='nobody', max_length=6, verbose_name='at a tie'),
        ),
        migrations.AddField(
            model_name='rollentry',
            name='entered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='rollentry',
            name='on_paper',
            field=models.BooleanField(db_default=False, default=False, verbose_name='on paper'),
        ),
        migrations.AddField(
            model_name='seat',
            name='called_off_at',
            field=models.DateTimeField(null=True, verbose_name='called off at'),
        ),
        migrations.AddField(
            model_name='seat',
            name='stands_for',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='panels.seat', verbose_name='in the place of'),
        ),
        migrations.AddConstraint(
            model_name='rollentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('entered_by', None), ('on_paper', False)), models.Q(('entered_by__isnull', False), ('on_paper', True)), _connector='OR'), name='a_paper_was_typed_in_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('called_off_at', None), ('stands_for', None)), models.Q(('office', 'member'), ('stands_for__isnull', False), ('to_on', models.F('from_on'))), _connector='OR'), name='a_substitute_sits_for_a_day'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('called_off_at', None), ('stands_for__isnull', False)), fields=('agency', 'stands_for', 'from_on'), name='one_substitute_a_day'),
        ),
        migrations.AddConstraint(
            model_name='secretcount',
            constraint=models.UniqueConstraint(fields=('agency', 'ballot', 'choice'), name='a_choice_is_counted_once'),
        ),
        *[migrations.RunSQL(sql, dropped(names)) for sql, names in FUNCTIONS.items()],
    ]
