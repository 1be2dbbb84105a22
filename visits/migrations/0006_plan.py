"""Dates offered and agreed, another day asked for, what an item brings along, the kit on paper."""

import core.tenancy
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cover'),
        ('core', '0004_text_of_files'),
        ('visits', '0005_amendment'),
    ]

    operations = [
        migrations.CreateModel(
            name='DayRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('stage', models.CharField(choices=[('open', 'waits for the answer'), ('moved', 'the visit was moved'), ('declined', 'declined'), ('lapsed', 'no longer needed')], default='open', editable=False, max_length=8, verbose_name='state of the request')),
                ('asked_at', models.DateTimeField(editable=False)),
                ('reason', models.TextField(verbose_name='reason')),
                ('proposals', django.contrib.postgres.fields.ArrayField(base_field=models.DateTimeField(), blank=True, default=list, size=None, verbose_name='own proposals')),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'verbose_name': 'request for another day',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='KitPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('language', models.CharField(choices=[('ko', 'Korean'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'verbose_name': 'visit kit on paper',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('subject_type', models.CharField(max_length=100)),
                ('subject', models.UUIDField()),
                ('subject_label', models.CharField(max_length=200, verbose_name='name')),
                ('hours', models.PositiveSmallIntegerField(default=3, verbose_name='planned hours')),
                ('stage', models.CharField(choices=[('open', 'waits for the answer'), ('chosen', 'a date was chosen'), ('none_suits', 'no date suits'), ('taken_back', 'taken back')], default='open', editable=False, max_length=10, verbose_name='state of the offer')),
                ('offered_at', models.DateTimeField(editable=False)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('proposals', django.contrib.postgres.fields.ArrayField(base_field=models.DateTimeField(), blank=True, default=list, size=None, verbose_name='own proposals')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('visit', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='visits.visit')),
            ],
            options={
                'verbose_name': 'offer of dates',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='OfferedDate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='beginning')),
                ('chosen_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dates', to='visits.offer')),
            ],
            options={
                'verbose_name': 'date offered',
                'ordering': ['starts_at'],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='visit',
            name='agreed',
            field=models.CharField(blank=True, choices=[('offered', 'chosen from the dates offered'), ('phone', 'agreed by telephone'), ('writing', 'agreed in writing'), ('in_person', 'agreed in person'), ('fixed', 'fixed by the agency')], db_default='', default='', max_length=10, verbose_name='how the date was agreed'),
        ),
        migrations.AddField(
            model_name='visit',
            name='agreed_note',
            field=models.TextField(blank=True, db_default='', default='', verbose_name='note on the date'),
        ),
        migrations.AddField(
            model_name='visit',
            name='contact',
            field=models.CharField(blank=True, max_length=200, verbose_name='contact at the place'),
        ),
        migrations.AddField(
            model_name='visit',
            name='hours',
            field=models.PositiveSmallIntegerField(db_default=3, default=3, verbose_name='planned hours'),
        ),
        migrations.AddField(
            model_name='visit',
            name='times_moved',
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name='visititem',
            name='explanation',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='visititem',
            name='finding_en',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='visititem',
            name='finding_ko',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='visititem',
            name='grounds',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='visititem',
            name='rating_en',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='visititem',
            name='rating_ko',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='visititem',
            name='sample_en',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='visititem',
            name='sample_ko',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='visititem',
            name='whom_en',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='visititem',
            name='whom_ko',
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('hours__range', (1, 12))), name='visit_lasts_hours'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreed', 'fixed'), _negated=True), models.Q(('agreed_note', ''), _negated=True), _connector='OR'), name='date_fixed_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='dayrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('stage', 'open')), fields=('agency', 'visit'), name='one_open_day_request'),
        ),
        migrations.AddConstraint(
            model_name='dayrequest',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='another_day_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='dayrequest',
            constraint=models.CheckConstraint(condition=models.Q(('stage', 'open'), ('answered_at__isnull', False), _connector='OR'), name='day_request_answered_or_open'),
        ),
        migrations.AddConstraint(
            model_name='dayrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='declined_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='dayrequest',
            constraint=models.CheckConstraint(condition=models.Q(('proposals__len__lte', 3)), name='few_days_proposed'),
        ),
        migrations.AddConstraint(
            model_name='kitpaper',
            constraint=models.UniqueConstraint(fields=('agency', 'visit', 'language'), name='one_kit_in_a_language'),
        ),
        migrations.AddConstraint(
            model_name='kitpaper',
            constraint=models.CheckConstraint(condition=models.Q(('made_at', None), ('file__isnull', False), _connector='OR'), name='made_kit_has_its_file'),
        ),
        migrations.AddIndex(
            model_name='offer',
            index=models.Index(fields=['agency', 'subject'], name='offers_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.UniqueConstraint(condition=models.Q(('stage', 'open')), fields=('agency', 'subject'), name='one_open_offer'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('stage', 'open'), ('answered_at__isnull', False), _connector='OR'), name='offer_answered_or_open'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'chosen'), _negated=True), ('visit__isnull', False), _connector='OR'), name='chosen_is_a_visit'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['open', 'chosen']), models.Q(('reason', ''), _negated=True), _connector='OR'), name='no_date_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('hours__range', (1, 12))), name='offered_hours'),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=models.CheckConstraint(condition=models.Q(('proposals__len__lte', 3)), name='few_dates_proposed'),
        ),
        migrations.AddConstraint(
            model_name='offereddate',
            constraint=models.UniqueConstraint(fields=('agency', 'offer', 'starts_at'), name='a_date_offered_once'),
        ),
        migrations.AddConstraint(
            model_name='offereddate',
            constraint=models.UniqueConstraint(condition=models.Q(('chosen_at__isnull', False)), fields=('agency', 'offer'), name='one_date_chosen'),
        ),
        migrations.RunSQL(
            "CREATE TRIGGER locked_visit_is_frozen BEFORE INSERT OR UPDATE ON visits_dayrequest"
            " FOR EACH ROW EXECUTE FUNCTION poom_locked_visit_is_frozen('visit')",
            "DROP TRIGGER locked_visit_is_frozen ON visits_dayrequest"),
    ]
