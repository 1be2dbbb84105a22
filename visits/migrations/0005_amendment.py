"""What is said of a finding after the lock, in entries of its own; and who amends in the place of the lead."""
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


OF_A_LOCKED_VISIT = """
CREATE FUNCTION poom_amendment_of_a_locked_visit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stood jsonb;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM visits_visititem i JOIN visits_visit v ON v.id = i.visit_id
                  WHERE i.id = NEW.item_id AND v.stage = 'locked') THEN
    RAISE EXCEPTION 'only what is locked is amended' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.kind = 'finding' THEN
    SELECT jsonb_build_object('judgement', a.judgement, 'reason_code', a.reason_code, 'text', a.text) INTO stood
      FROM visits_amendment a WHERE a.item_id = NEW.item_id AND a.kind = 'finding' ORDER BY a.number DESC LIMIT 1;
    IF stood IS NULL THEN
      SELECT jsonb_build_object('judgement', f.judgement, 'reason_code', f.reason_code, 'text', f.text) INTO stood
        FROM visits_agreedfinding f WHERE f.item_id = NEW.item_id;
    END IF;
    IF stood IS NULL OR stood IS DISTINCT FROM NEW.before THEN
      RAISE EXCEPTION 'an amendment says what stood before it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_of_a_locked_visit BEFORE INSERT ON visits_amendment
  FOR EACH ROW EXECUTE FUNCTION poom_amendment_of_a_locked_visit();
"""
OF_A_LOCKED_VISIT_BACK = """
DROP TRIGGER amendment_of_a_locked_visit ON visits_amendment;
DROP FUNCTION poom_amendment_of_a_locked_visit();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cover'),
        ('visits', '0004_recorder'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Deputy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('named_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('named_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'verbose_name': 'deputy of the lead',
                'ordering': ['-pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('finding', 'amendment'), ('remark', 'remark')], max_length=7)),
                ('before', models.JSONField(default=dict)),
                ('judgement', models.CharField(blank=True, choices=[('compliant', 'Compliant'), ('noncompliant', 'Not compliant')], max_length=12, verbose_name='judgement')),
                ('reason_code', models.CharField(blank=True, choices=[('no_evidence', 'Nothing there that shows it'), ('not_done', 'Not done in practice'), ('out_of_date', 'Not up to date'), ('in_part', 'Met only in part'), ('differs', 'Differs from what was handed in'), ('unsafe', 'A danger to safety or rights'), ('other', 'Another reason')], max_length=20, verbose_name='reason')),
                ('text', models.TextField(blank=True, verbose_name='what stands now, or the remark')),
                ('reason', models.TextField(verbose_name='why it is amended')),
                ('ground', models.CharField(choices=[('own', 'found by the team itself'), ('comment', 'after a comment of the place visited')], max_length=7, verbose_name='on which ground')),
                ('comment', models.UUIDField(null=True)),
                ('made_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visititem')),
            ],
            options={
                'verbose_name': 'amendment',
                'ordering': ['item', 'number'],
                'constraints': [models.UniqueConstraint(fields=('agency', 'item', 'number'), name='one_amendment_of_a_number'), models.CheckConstraint(condition=models.Q(models.Q(('judgement', 'noncompliant'), _negated=True), models.Q(models.Q(('reason_code', ''), _negated=True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='noncompliant_amendment_with_its_grounds'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='amended_with_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('judgement__in', ['compliant', 'noncompliant']), ('kind', 'finding')), models.Q(('judgement', ''), ('kind', 'remark'), ('reason_code', ''), models.Q(('text', ''), _negated=True)), _connector='OR'), name='amendment_or_remark'), models.CheckConstraint(condition=models.Q(models.Q(('comment', None), ('ground', 'own')), models.Q(('comment__isnull', False), ('ground', 'comment')), _connector='OR'), name='after_a_comment_that_is_named')],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RunSQL(OF_A_LOCKED_VISIT, OF_A_LOCKED_VISIT_BACK),
    ]
