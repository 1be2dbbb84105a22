"""The document review: the kind of a reason, notes for the visit, the self-assessment beside the judgement, every settlement."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


RATINGS = """
UPDATE evaluations_judgement j SET rating = a.rating
  FROM evaluations_sheet s, evaluations_requiredindicator r, evaluations_seal l, evaluations_sealedanswer a
 WHERE s.id = j.sheet_id AND s.submitted_at IS NULL AND r.id = j.required_id AND l.application_id = s.application_id
   AND l.number = (SELECT max(number) FROM evaluations_seal WHERE application_id = s.application_id)
   AND a.seal_id = l.id AND a.code = r.code;
"""             # sheets that were handed in before never change


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_sessions'),
        ('evaluations', '0009_supplement'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='consolidatedjudgement',
            name='note',
            field=models.TextField(blank=True, max_length=4000, verbose_name='note for the visit'),
        ),
        migrations.AddField(
            model_name='judgement',
            name='note',
            field=models.TextField(blank=True, max_length=1000, verbose_name='note for the visit'),
        ),
        migrations.AddField(
            model_name='judgement',
            name='rating',
            field=models.CharField(blank=True, choices=[('meets', 'We meet it'), ('partly', 'We meet it in part'), ('not_yet', 'We do not meet it yet')], max_length=8, verbose_name='self-assessment'),
        ),
        migrations.AddField(
            model_name='judgement',
            name='reason_code',
            field=models.CharField(blank=True, max_length=20, verbose_name='kind of reason'),
        ),
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('verdict', models.CharField(choices=[('ok', 'met'), ('supplement', 'supplement needed'), ('onsite', 'to be seen on site'), ('fail', 'not met')], max_length=10, verbose_name='judgement')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('settled_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='settlements', to='evaluations.consolidatedjudgement')),
                ('settled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'settlement',
                'ordering': ['-version'],
                'constraints': [models.UniqueConstraint(fields=('agency', 'result', 'version'), name='one_settlement_of_a_version')],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RunSQL(RATINGS, migrations.RunSQL.noop),
    ]
