"""Proposals of teams for a round, and their pairs."""

import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_sessions'),
        ('certification', '0009_framework_paper'),
        ('evaluations', '0010_review'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TeamProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('stage', models.CharField(choices=[('asked', 'being worked out'), ('ready', 'can be looked at'), ('failed', 'nothing found'), ('accepting', 'being assigned'), ('accepted', 'accepted'), ('discarded', 'discarded'), ('replaced', 'replaced by a newer one')], default='asked', editable=False, max_length=10, verbose_name='state')),
                ('size', models.PositiveSmallIntegerField(verbose_name='size of a team')),
                ('asked_at', models.DateTimeField(verbose_name='asked at')),
                ('language', models.CharField(default='ko', max_length=2)),
                ('solved_at', models.DateTimeField(null=True, verbose_name='worked out at')),
                ('is_best', models.BooleanField(default=True, verbose_name='proven to be the best')),
                ('vacancies', models.JSONField(default=list)),
                ('closed_at', models.DateTimeField(null=True, verbose_name='accepted or discarded at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='certification.round', verbose_name='round')),
            ],
            options={
                'verbose_name': 'proposal of teams',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='ProposedPair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('is_lead', models.BooleanField(default=False, verbose_name='lead assessor')),
                ('reasons', models.JSONField(default=list)),
                ('load', models.PositiveSmallIntegerField(default=0, verbose_name='cases with this proposal')),
                ('outcome', models.CharField(blank=True, choices=[('', 'open'), ('assigned', 'assigned'), ('left_out', 'struck out'), ('refused', 'not assigned')], default='', max_length=8, verbose_name='what became of it')),
                ('sentence', models.TextField(blank=True, verbose_name='why not')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluations.application')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assessor')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='evaluations.teamproposal')),
            ],
            options={
                'verbose_name': 'proposed assessor of a case',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddIndex(
            model_name='teamproposal',
            index=models.Index(fields=['agency', 'round', 'asked_at'], name='proposals_of_a_round'),
        ),
        migrations.AddConstraint(
            model_name='teamproposal',
            constraint=models.UniqueConstraint(condition=models.Q(('stage__in', ['asked', 'ready', 'accepting'])), fields=('agency', 'round'), name='one_live_proposal'),
        ),
        migrations.AddConstraint(
            model_name='teamproposal',
            constraint=models.CheckConstraint(condition=models.Q(('size__in', (2, 3))), name='a_team_has_two_or_three'),
        ),
        migrations.AddConstraint(
            model_name='proposedpair',
            constraint=models.UniqueConstraint(fields=('agency', 'proposal', 'application', 'user'), name='proposed_once'),
        ),
        migrations.AddConstraint(
            model_name='proposedpair',
            constraint=models.UniqueConstraint(condition=models.Q(('is_lead', True)), fields=('agency', 'proposal', 'application'), name='one_proposed_lead'),
        ),
    ]
