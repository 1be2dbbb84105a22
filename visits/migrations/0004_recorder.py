"""The recorder away from the network: keys of devices, parts of photos, interviews and samples, who judges what, a drawn signature."""
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
import visits.models.device
from django.conf import settings
from django.db import migrations, models

FROZEN = """CREATE TRIGGER locked_visit_is_frozen BEFORE INSERT OR UPDATE ON visits_entry
FOR EACH ROW EXECUTE FUNCTION poom_locked_visit_is_frozen('item')"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cover'),
        ('core', '0004_text_of_files'),
        ('visits', '0003_when_locked'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('interview', 'Interview'), ('sample', 'Sample')], max_length=10, verbose_name='kind')),
                ('source', models.CharField(max_length=120, verbose_name='with whom, or which record')),
                ('text', models.TextField(verbose_name='what was said or seen')),
                ('device_at', models.DateTimeField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visititem')),
            ],
            options={
                'verbose_name': 'interview or sample',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PhotoPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('operation', models.UUIDField()),
                ('begins', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('received_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'verbose_name': 'part of a photo',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='RecorderKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('secret', models.BinaryField(default=visits.models.device.new_secret)),
                ('taken_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'verbose_name': "recorder's key",
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='operation',
            name='after',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='operation',
            name='device',
            field=models.CharField(blank=True, max_length=36),
        ),
        migrations.AddField(
            model_name='operation',
            name='file',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile'),
        ),
        migrations.AddField(
            model_name='operation',
            name='why',
            field=models.CharField(blank=True, choices=[('ended', 'it came after the visit had ended'), ('left', 'its author was no longer in the team'), ('elsewhere', 'it belongs to nothing that is looked at during this visit'), ('unreadable', 'it could not be read')], max_length=12),
        ),
        migrations.AddField(
            model_name='visit',
            name='signature',
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='visititem',
            name='judged_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='operation',
            name='kind',
            field=models.CharField(choices=[('finding', 'judgement'), ('agree', 'agreed judgement'), ('photo', 'photo'), ('closing', 'closing statement'), ('begin', 'beginning of the visit'), ('entry', 'interview or sample'), ('other', 'cannot be read')], max_length=10),
        ),
        migrations.AlterField(
            model_name='operation',
            name='outcome',
            field=models.CharField(choices=[('applied', 'applied'), ('conflict', 'met a newer version'), ('kept', 'kept aside, not applied')], max_length=10),
        ),
        migrations.AddIndex(
            model_name='operation',
            index=models.Index(condition=models.Q(('outcome', 'kept')), fields=['agency', 'visit'], name='operations_kept_aside'),
        ),
        migrations.AddConstraint(
            model_name='operation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'kept'), ('why__in', ['ended', 'left', 'elsewhere', 'unreadable'])), models.Q(models.Q(('outcome', 'kept'), _negated=True), ('why', '')), _connector='OR'), name='kept_aside_with_its_reason'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['agency', 'item', 'recorded_at'], name='entries_of_an_item'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('source', ''), _negated=True), models.Q(('text', ''), _negated=True)), name='entry_says_whom_and_what'),
        ),
        migrations.AddConstraint(
            model_name='photopart',
            constraint=models.UniqueConstraint(fields=('agency', 'operation', 'begins'), name='one_part_at_a_place'),
        ),
        migrations.AddConstraint(
            model_name='recorderkey',
            constraint=models.UniqueConstraint(fields=('agency', 'visit', 'user'), name='one_key_of_a_recorder'),
        ),
        migrations.RunSQL(FROZEN, "DROP TRIGGER locked_visit_is_frozen ON visits_entry"),
    ]
