"""Appeals: handed in once and in time, handled by people who took no part, answered with what follows."""
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


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

    dependencies = [
        ('accounts', '0005_cover'),
        ('core', '0004_text_of_files'),
        ('correspondence', '0003_reminder'),
        ('evaluations', '0016_committee'),
        ('providers', '0008_evidence_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='replaces',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.decision'),
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('stage', models.CharField(choices=[('draft', 'Draft'), ('handed_in', 'received'), ('handled', 'being handled'), ('upheld', 'upheld'), ('partly', 'upheld in part'), ('rejected', 'rejected'), ('dismissed', 'dismissed as inadmissible'), ('withdrawn', 'taken back by the provider')], default='draft', editable=False, max_length=10, verbose_name='state')),
                ('number', models.CharField(blank=True, max_length=12, verbose_name='number of the appeal')),
                ('begun_at', models.DateTimeField(verbose_name='begun at')),
                ('told_on', models.DateField(verbose_name='told on')),
                ('due_at', models.DateTimeField(verbose_name='may be handed in until')),
                ('entered_by_proxy_at', models.DateTimeField(null=True, verbose_name='entered from paper since')),
                ('paper_arrived_at', models.DateTimeField(null=True, verbose_name='the paper arrived at')),
                ('arrived_at', models.DateTimeField(null=True, verbose_name='received at')),
                ('canonical', models.TextField(blank=True)),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('extended_at', models.DateTimeField(null=True, verbose_name='prolonged at')),
                ('extension_reason', models.TextField(blank=True, verbose_name='reason of the prolonging')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn at')),
                ('withdrawn_reason', models.TextField(blank=True, verbose_name='reason of the withdrawal')),
                ('opinions_at', models.DateTimeField(null=True, verbose_name='all opinions in since')),
                ('proposed_at', models.DateTimeField(null=True, verbose_name='proposed at')),
                ('outcome', models.CharField(blank=True, choices=[('draft', 'Draft'), ('handed_in', 'received'), ('handled', 'being handled'), ('upheld', 'upheld'), ('partly', 'upheld in part'), ('rejected', 'rejected'), ('dismissed', 'dismissed as inadmissible'), ('withdrawn', 'taken back by the provider')], max_length=10, verbose_name='outcome')),
                ('follows', models.CharField(blank=True, choices=[('stands', 'The decision stands'), ('reopen', 'The case is decided anew by the committee'), ('replace', 'Another decision takes its place: certified')], max_length=8, verbose_name='what follows')),
                ('answer', models.TextField(blank=True, max_length=4000, verbose_name='answer as a whole')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('answer_deadline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.deadline')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.application')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.decision')),
                ('entered_by_proxy_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('handed_in_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.letter')),
                ('receipt', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.letter')),
            ],
            options={
                'verbose_name': 'appeal',
                'verbose_name_plural': 'appeals',
                'ordering': ['-begun_at', '-pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppealHandler',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('is_lead', models.BooleanField(default=False, verbose_name='writes the proposal')),
                ('named_at', models.DateTimeField(verbose_name='named at')),
                ('handed_in_at', models.DateTimeField(null=True, verbose_name='opinion handed in at')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='ended at')),
                ('ended_reason', models.TextField(blank=True, verbose_name='reason')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('appeal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.appeal')),
                ('named_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person', verbose_name='person')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'person who handles an appeal',
                'ordering': ['-is_lead', 'named_at', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppealPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('told', models.TextField(blank=True, verbose_name='ground of the decision')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='what you say to it')),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(null=True, verbose_name='saved at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('appeal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='points', to='evaluations.appeal')),
                ('required', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.requiredindicator')),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'point of an appeal',
                'ordering': ['position'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppealOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_upheld', models.BooleanField(null=True, verbose_name='uphold')),
                ('reason', models.TextField(blank=True, max_length=4000, verbose_name='reason')),
                ('saved_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('handler', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.appealhandler')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.appealpoint')),
            ],
            options={
                'verbose_name': 'opinion on a point',
                'ordering': ['point__position', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppealFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_upheld', models.BooleanField(verbose_name='upheld')),
                ('reason', models.TextField(max_length=4000, verbose_name='reason')),
                ('written_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.appealpoint')),
            ],
            options={
                'verbose_name': 'finding about a point',
                'ordering': ['point__position'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppealFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='name of the file')),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField(verbose_name='size in bytes')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='evaluations.appealpoint')),
            ],
            options={
                'verbose_name': 'file of a point',
                'ordering': ['pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppealEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('added_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.evidence')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='evaluations.appealpoint')),
            ],
            options={
                'verbose_name': 'evidence of a point',
                'ordering': ['added_at', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='UpheldIndicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(max_length=12, verbose_name='agreed before')),
                ('reason_before', models.TextField(blank=True, verbose_name='reason before')),
                ('agreed_before_at', models.DateTimeField(null=True)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.appealpoint')),
                ('required', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.requiredindicator')),
            ],
            options={
                'verbose_name': 'indicator changed by an appeal',
                'ordering': ['at', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name='appeal',
            index=models.Index(fields=['agency', 'stage'], name='appeals_by_stage'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.UniqueConstraint(fields=('agency', 'decision'), name='one_appeal_for_a_decision'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('agency', 'number'), name='one_appeal_of_a_number'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(('stage', 'draft'), models.Q(('arrived_at__isnull', False), ('arrived_at__lt', models.F('due_at')), ('handed_in_by__isnull', False), ('sha256__regex', '^[0-9a-f]{64}$')), _connector='OR'), name='an_appeal_came_in_time'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage__in', ['upheld', 'partly', 'rejected', 'dismissed']), _negated=True), models.Q(('answered_at__isnull', False), ('letter__isnull', False), ('outcome', models.F('stage'))), _connector='OR'), name='an_appeal_is_answered_by_letter'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'upheld'), _negated=True), ('follows__in', ['reopen', 'replace']), _connector='OR'), name='something_follows_an_upheld_appeal'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('entered_by_proxy_at', None), ('entered_by_proxy_by', None), ('paper_arrived_at', None)), models.Q(('entered_by_proxy_at__isnull', False), ('entered_by_proxy_by__isnull', False), ('paper_arrived_at__isnull', False)), _connector='OR'), name='an_appeal_on_paper_is_entered_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='appealhandler',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('agency', 'appeal', 'person'), name='handles_it_once'),
        ),
        migrations.AddConstraint(
            model_name='appealhandler',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None), ('is_lead', True)), fields=('agency', 'appeal'), name='one_lead_of_an_appeal'),
        ),
        migrations.AddConstraint(
            model_name='appealpoint',
            constraint=models.UniqueConstraint(fields=('agency', 'appeal', 'required'), name='one_point_of_an_indicator', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='appealopinion',
            constraint=models.UniqueConstraint(fields=('agency', 'handler', 'point'), name='one_opinion_on_a_point'),
        ),
        migrations.AddConstraint(
            model_name='appealfinding',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='found_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='appealfinding',
            constraint=models.UniqueConstraint(fields=('agency', 'point'), name='one_finding_about_a_point'),
        ),
        migrations.AddConstraint(
            model_name='appealevidence',
            constraint=models.UniqueConstraint(fields=('agency', 'point', 'evidence'), name='evidence_once_per_point'),
        ),
        migrations.AddConstraint(
            model_name='upheldindicator',
            constraint=models.UniqueConstraint(fields=('agency', 'point'), name='a_point_changes_an_indicator_once'),
        ),
        *[migrations.RunSQL(sql, dropped(names)) for sql, names in FUNCTIONS.items()],
    ]
