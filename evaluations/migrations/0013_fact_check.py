"""The fact check in full: rounds of the draft report without the result, comments, answers, amendments taken over."""
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


HOLDS = """
CREATE FUNCTION poom_comment_handed_in_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a comment that was handed in never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER comment_handed_in_is_final BEFORE UPDATE ON evaluations_factcomment
  FOR EACH ROW WHEN (OLD.handed_in_at IS NOT NULL) EXECUTE FUNCTION poom_comment_handed_in_is_final();

CREATE FUNCTION poom_answer_to_what_was_handed_in() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluations_factcomment WHERE id = NEW.comment_id AND handed_in_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a draft is not answered' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_to_what_was_handed_in BEFORE INSERT ON evaluations_factanswer
  FOR EACH ROW EXECUTE FUNCTION poom_answer_to_what_was_handed_in();

CREATE FUNCTION poom_every_comment_has_its_answer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM evaluations_factcomment c JOIN evaluations_reportfact f ON f.id = c.fact_id
              WHERE f.check_of_id = NEW.id AND c.handed_in_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM evaluations_factanswer a WHERE a.comment_id = c.id)) THEN
    RAISE EXCEPTION 'a comment still waits for its answer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER every_comment_has_its_answer BEFORE INSERT OR UPDATE OF stage ON evaluations_factcheck
  FOR EACH ROW WHEN (NEW.stage IN ('answered', 'closed')) EXECUTE FUNCTION poom_every_comment_has_its_answer();

CREATE FUNCTION poom_fact_check_ends_before_the_committee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM evaluations_factcheck WHERE application_id = NEW.id AND stage = 'handed_in') THEN
    RAISE EXCEPTION 'comments on the facts still wait for their answers' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fact_check_ends_before_the_committee BEFORE UPDATE OF stage ON evaluations_application
  FOR EACH ROW WHEN (NEW.stage = 'final_evaluation') EXECUTE FUNCTION poom_fact_check_ends_before_the_committee();

CREATE FUNCTION poom_taken_over_before_the_committee() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM evaluations_requiredindicator r JOIN evaluations_application a ON a.id = r.application_id
                  WHERE r.id = NEW.required_id AND a.stage IN ('site_visit', 'fact_check')) THEN
    RAISE EXCEPTION 'once the committee has the case an amendment is evidence only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER taken_over_before_the_committee BEFORE INSERT ON evaluations_amendmentincase
  FOR EACH ROW WHEN (NEW.is_taken) EXECUTE FUNCTION poom_taken_over_before_the_committee();
"""
HELD = {"comment_handed_in_is_final": "factcomment", "answer_to_what_was_handed_in": "factanswer",
        "every_comment_has_its_answer": "factcheck", "fact_check_ends_before_the_committee": "application",
        "taken_over_before_the_committee": "amendmentincase"}
HOLDS_BACK = "".join(f"DROP TRIGGER {name} ON evaluations_{table}; DROP FUNCTION poom_{name}();" for name, table in HELD.items())

# Cases whose report is out already: their round, with the facts as they stand and the judgement taken out of the words.
ROUNDS = """
INSERT INTO evaluations_factcheck (public_id, agency_id, application_id, number, stage, begun_at, deadline_id, confirmed_at, ended_at)
SELECT gen_random_uuid(), a.agency_id, a.id, 1,
       CASE WHEN a.stage <> 'fact_check' THEN 'closed' WHEN a.report_confirmed_at IS NULL THEN 'open' ELSE 'confirmed' END,
       a.stage_since, (SELECT max(d.id) FROM correspondence_deadline d WHERE d.kind = 'application.fact_check'
                        AND d.subject_type = 'evaluations.application' AND d.subject_id = a.id::text AND d.agency_id = a.agency_id),
       a.report_confirmed_at, CASE WHEN a.stage <> 'fact_check' THEN a.stage_since END
  FROM evaluations_application a WHERE a.stage IN ('fact_check', 'final_evaluation', 'decided');
INSERT INTO evaluations_reportfact (public_id, agency_id, check_of_id, required_id, indicator_id, code, position, seen)
SELECT gen_random_uuid(), c.agency_id, c.id, r.id, r.indicator_id, r.code, r.position,
       regexp_replace(r.agreed_reason, '부적합|적합|미충족|불충족|충족|부적격|적격', '(○○)', 'g')
  FROM evaluations_factcheck c JOIN evaluations_requiredindicator r ON r.application_id = c.application_id;
INSERT INTO evaluations_factcomment (public_id, agency_id, fact_id, kind, text, version)
SELECT gen_random_uuid(), f.agency_id, f.id, '', '', 0 FROM evaluations_reportfact f;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cover'),
        ('certification', '0009_framework_paper'),
        ('core', '0004_text_of_files'),
        ('correspondence', '0003_reminder'),
        ('evaluations', '0012_team'),
        ('providers', '0008_evidence_whole'),
        ('visits', '0005_amendment'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='application',
            name='report_commented_at',
            field=models.DateTimeField(null=True, verbose_name='comments on the draft report handed in at'),
        ),
        migrations.CreateModel(
            name='FactCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveSmallIntegerField(verbose_name='round')),
                ('stage', models.CharField(choices=[('open', 'the provider reads it'), ('confirmed', 'no comments'), ('handed_in', 'comments wait for answers'), ('answered', 'comments answered'), ('closed', 'fact check closed'), ('dropped', 'taken back')], default='open', editable=False, max_length=10, verbose_name='state')),
                ('begun_at', models.DateTimeField(verbose_name='begun at')),
                ('confirmed_at', models.DateTimeField(null=True, verbose_name='confirmed at')),
                ('handed_in_at', models.DateTimeField(null=True, verbose_name='comments handed in at')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered at')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='ended at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('answer_deadline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.deadline')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.application')),
                ('deadline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.deadline')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('handed_in_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'fact check',
                'verbose_name_plural': 'fact checks',
                'ordering': ['-number'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='FactComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(blank=True, choices=[('wrong', 'This fact is wrong'), ('incomplete', 'This fact is incomplete')], max_length=10, verbose_name='what is the matter')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='your comment')),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(null=True, verbose_name='saved at')),
                ('handed_in_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'comment on a fact',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='FactAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_accepted', models.BooleanField(verbose_name='accepted')),
                ('reason', models.TextField(max_length=4000, verbose_name='reason')),
                ('seen', models.TextField(blank=True, verbose_name='what was seen')),
                ('answered_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='evaluations.factcomment')),
            ],
            options={
                'verbose_name': 'answer to a comment',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='CommentFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=120, verbose_name='name of the file')),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField(verbose_name='size in bytes')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='evaluations.factcomment')),
            ],
            options={
                'verbose_name': 'file of a comment',
                'ordering': ['pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='FactEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('added_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='evaluations.factcomment')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.evidence')),
            ],
            options={
                'verbose_name': 'evidence of a comment',
                'ordering': ['added_at', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ReportFact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('code', models.CharField(max_length=12, verbose_name='code')),
                ('position', models.PositiveSmallIntegerField()),
                ('seen', models.TextField(blank=True, verbose_name='what was seen')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('check_of', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='evaluations.factcheck')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certification.indicator')),
                ('required', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.requiredindicator')),
            ],
            options={
                'verbose_name': 'fact of a draft report',
                'ordering': ['position'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='factcomment',
            name='fact',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.reportfact'),
        ),
        migrations.CreateModel(
            name='AmendmentInCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_taken', models.BooleanField()),
                ('seen', models.TextField(blank=True)),
                ('is_shown', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.amendment')),
                ('required', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.requiredindicator')),
            ],
            options={
                'verbose_name': 'amendment in the case',
                'ordering': ['at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('agency', 'amendment'), name='an_amendment_once_in_its_case')],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddConstraint(
            model_name='factcheck',
            constraint=models.UniqueConstraint(fields=('agency', 'application', 'number'), name='one_fact_check_of_a_number'),
        ),
        migrations.AddConstraint(
            model_name='factcheck',
            constraint=models.UniqueConstraint(condition=models.Q(('stage__in', ('open', 'confirmed', 'handed_in', 'answered'))), fields=('agency', 'application'), name='one_running_fact_check'),
        ),
        migrations.AddConstraint(
            model_name='factcheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage__in', ['handed_in', 'answered']), _negated=True), models.Q(('handed_in_at__isnull', False), ('handed_in_by__isnull', False)), _connector='OR'), name='commented_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='factanswer',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='answered_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='factevidence',
            constraint=models.UniqueConstraint(fields=('agency', 'comment', 'evidence'), name='evidence_once_per_comment'),
        ),
        migrations.AddConstraint(
            model_name='reportfact',
            constraint=models.UniqueConstraint(fields=('agency', 'check_of', 'required'), name='one_fact_of_an_indicator'),
        ),
        migrations.AddConstraint(
            model_name='factcomment',
            constraint=models.UniqueConstraint(fields=('agency', 'fact'), name='one_comment_on_a_fact'),
        ),
        migrations.AddConstraint(
            model_name='factcomment',
            constraint=models.CheckConstraint(condition=models.Q(('handed_in_at', None), models.Q(models.Q(('kind', ''), _negated=True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='handed_in_with_words'),
        ),
        migrations.RunSQL(HOLDS, HOLDS_BACK),
        migrations.RunSQL(ROUNDS, migrations.RunSQL.noop),
    ]
