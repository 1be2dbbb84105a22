"""What stood in an announcement, draft by draft."""
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_announcing'),
        ('evaluations', '0013_fact_check'),
    ]

    operations = [
        migrations.CreateModel(
            name='AnnouncementDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('drafted_at', models.DateTimeField(verbose_name='drafted at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('announcement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='evaluations.announcement')),
            ],
            options={
                'verbose_name': 'draft of an announcement',
                'ordering': ['pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
    ]
