"""Supplement requests, their replies and what is sealed of them; screenings that begin anew after a return."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_sessions'),
        ('correspondence', '0003_reminder'),
        ('evaluations', '0008_given_documents'),
        ('providers', '0007_what_stands_against'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SupplementRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('phase', models.CharField(choices=[('screening', 'Eligibility screening'), ('document_review', 'Document review'), ('after_visit', 'After the site visit')], max_length=16, verbose_name='asked in')),
                ('stage', models.CharField(choices=[('draft', 'being composed'), ('sent', 'waits for the answer'), ('answered', 'answer received'), ('lapsed', 'not answered in time'), ('dropped', 'withdrawn')], default='draft', editable=False, max_length=10, verbose_name='state')),
                ('begun_at', models.DateTimeField(verbose_name='begun at')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='sent at')),
                ('extended_at', models.DateTimeField(null=True, verbose_name='prolonged at')),
                ('extension_reason', models.TextField(blank=True, verbose_name='reason of the prolongation')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.application')),
                ('deadline', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='correspondence.deadline')),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'supplement request',
                'verbose_name_plural': 'supplement requests',
                'ordering': ['begun_at', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='SupplementItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('indicator', 'indicator'), ('document', 'document'), ('general', 'in general')], max_length=9, verbose_name='about')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='code')),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('text', models.TextField(max_length=2000, verbose_name='what is asked for')),
                ('added_at', models.DateTimeField()),
                ('left_out_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn at')),
                ('withdrawn_reason', models.TextField(blank=True, verbose_name='reason')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('proposed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='evaluations.supplementrequest')),
            ],
            options={
                'verbose_name': 'item of a supplement request',
                'ordering': ['position', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='SupplementReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('before', models.TextField(blank=True)),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='your answer')),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(null=True, verbose_name='saved at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.supplementitem')),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'reply to an item',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='SupplementEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('added_at', models.DateTimeField()),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.evidence')),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='evaluations.supplementreply')),
            ],
            options={
                'verbose_name': 'evidence of a reply',
                'ordering': ['added_at', 'pk'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),

        migrations.CreateModel(
            name='SealedReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('indicator', 'indicator'), ('document', 'document'), ('general', 'in general')], max_length=9)),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='code')),
                ('asked', models.TextField(verbose_name='what is asked for')),
                ('before', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('seal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='evaluations.seal')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.supplementitem')),
            ],
            options={
                'verbose_name': 'sealed reply',
                'ordering': ['position'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='screeningcheck',
            name='one_check_per_requirement',
        ),
        migrations.AlterField(
            model_name='sealedfile',
            name='code',
            field=models.CharField(blank=True, max_length=40, verbose_name='indicator or document'),
        ),
        migrations.AddField(
            model_name='screeningcheck',
            name='ended_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='sealedfile',
            name='reply',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.sealedreply'),
        ),
        migrations.AddConstraint(
            model_name='screeningcheck',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('agency', 'application', 'requirement'), name='one_check_per_requirement'),
        ),
        migrations.AddConstraint(
            model_name='sealedreply',
            constraint=models.UniqueConstraint(fields=('agency', 'seal', 'item'), name='one_sealed_reply_of_an_item'),
        ),
        migrations.AddConstraint(
            model_name='supplementevidence',
            constraint=models.UniqueConstraint(fields=('agency', 'reply', 'evidence'), name='evidence_once_per_reply'),
        ),
        migrations.AddConstraint(
            model_name='supplementrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('stage', 'dropped'), _negated=True), fields=('agency', 'application', 'phase'), name='one_supplement_per_stage'),
        ),
        migrations.AddConstraint(
            model_name='supplementrequest',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'dropped']), models.Q(('deadline__isnull', False), ('sent_at__isnull', False)), _connector='OR'), name='sent_with_a_deadline'),
        ),
        migrations.AddConstraint(
            model_name='supplementrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'answered'), _negated=True), ('answered_at__isnull', False), _connector='OR'), name='answered_at_a_moment'),
        ),
        migrations.AddConstraint(
            model_name='supplementitem',
            constraint=models.UniqueConstraint(fields=('agency', 'request', 'position'), name='one_item_of_a_position'),
        ),
        migrations.AddConstraint(
            model_name='supplementitem',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('withdrawn_reason', ''), _negated=True), _connector='OR'), name='item_withdrawn_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='supplementitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', ''), ('kind', 'general')), models.Q(models.Q(('kind', 'general'), _negated=True), models.Q(('code', ''), _negated=True)), _connector='OR'), name='item_about_something'),
        ),
    ]
