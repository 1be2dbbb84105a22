"""The pool made whole, what is overruled, and in the database: who consulted a provider assesses it no earlier than 24 months later."""
import uuid

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

import core.tenancy
from panels.models.involvement import business_of

# Both kinds take the same lock of person and provider first, so that of two at once the later sees what the earlier wrote.
CONSULTANT_NEVER_ASSESSES = """
CREATE FUNCTION poom_consultant_never_assesses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind IN ('assessed', 'consulted') THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text || NEW.subject::text, 0));
    END IF;
    IF NEW.kind = 'assessed' AND EXISTS (
        SELECT FROM panels_involvement
         WHERE agency_id = NEW.agency_id AND person_id = NEW.person_id AND subject = NEW.subject AND kind = 'consulted'
           AND (to_on IS NULL OR to_on >= ((NEW.noted_at AT TIME ZONE 'Asia/Seoul')::date - interval '24 months')::date)) THEN
        RAISE EXCEPTION 'who consulted a provider assesses it no earlier than 24 months later'
              USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consultant_never_assesses BEFORE INSERT OR UPDATE ON panels_involvement
   FOR EACH ROW EXECUTE FUNCTION poom_consultant_never_assesses();
"""


def move_employers(apps, schema_editor):
    """What stood in the pool's row as the employer becomes its first employment, and a line of the ledger."""
    members, employments = apps.get_model("panels.PoolMember").everything, apps.get_model("panels.Employment").everything
    ledger = apps.get_model("panels.Involvement").everything
    for member in members.exclude(employer_name="", employer_number="").select_related("user"):
        name, number = member.employer_name or member.employer_number, member.employer_number
        employments.create(agency_id=member.agency_id, member=member, name=name, business_number=number, capacity="employed",
                           to_on=member.left_at and member.left_at.date())
        if number and member.user.person_id:
            ledger.get_or_create(
                agency_id=member.agency_id, person_id=member.user.person_id, kind="employed", subject_type="providers.business",
                subject=business_of(number), matter=None, defaults={"label": name, "noted_at": member.joined_at})
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")        # nothing may wait when the columns go

class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_sessions'),
        ('panels', '0002_second_wall'),
        ('providers', '0008_evidence_whole'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('from_on', models.DateField(verbose_name='from')),
                ('to_on', models.DateField(verbose_name='until')),
                ('note', models.CharField(blank=True, max_length=100, verbose_name='note')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='panels.poolmember')),
            ],
            options={
                'verbose_name': 'days an assessor is not available',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Employment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=80, verbose_name='employer')),
                ('business_number', models.CharField(blank=True, max_length=10, verbose_name='business registration number of the employer')),
                ('capacity', models.CharField(choices=[('employed', 'employed there'), ('owns', 'owner or officer')], default='employed', max_length=8, verbose_name='as what')),
                ('from_on', models.DateField(null=True, verbose_name='from')),
                ('to_on', models.DateField(null=True, verbose_name='until')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='employments', to='panels.poolmember')),
            ],
            options={
                'verbose_name': 'employer of an assessor',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Overruling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('subject_type', models.CharField(max_length=60)),
                ('matter', models.UUIDField()),
                ('kinds', models.JSONField()),
                ('sentences', models.JSONField()),
                ('reason', models.TextField(verbose_name='reason')),
                ('overruled_at', models.DateTimeField(verbose_name='overruled at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('overruled_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='overruled by')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person', verbose_name='person')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assessor')),
            ],
            options={
                'verbose_name': 'overruled reason to ask',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PoolDistrict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.district', verbose_name='district')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='districts', to='panels.poolmember')),
            ],
            options={
                'verbose_name': 'district of an assessor',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PoolService',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='panels.poolmember')),
                ('service_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.servicetype', verbose_name='service')),
            ],
            options={
                'verbose_name': 'service an assessor knows',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='Qualification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=80, verbose_name='qualification')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number')),
                ('valid_until', models.DateField(null=True, verbose_name='valid until')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='qualifications', to='panels.poolmember')),
            ],
            options={
                'verbose_name': 'qualification of an assessor',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='YearlyPledge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(max_length=10, verbose_name='version of the text')),
                ('words', models.TextField()),
                ('signed_on', models.DateField(verbose_name='signed on')),
                ('signed_at', models.DateTimeField(verbose_name='signed at')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='panels.poolmember')),
            ],
            options={
                'verbose_name': 'yearly pledge',
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='involvement',
            name='label',
            field=models.CharField(blank=True, max_length=80, verbose_name='name of the business'),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.CheckConstraint(condition=models.Q(('to_on__gte', models.F('from_on'))), name='an_absence_ends_after_it_began'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('business_number__regex', '^([0-9]{10})?$')), name='employer_number_has_ten_digits'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='an_employer_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='employment',
            constraint=models.CheckConstraint(condition=models.Q(('to_on', None), ('from_on', None), ('to_on__gte', models.F('from_on')), _connector='OR'), name='employment_ends_after_it_began'),
        ),
        migrations.AddIndex(
            model_name='overruling',
            index=models.Index(fields=['agency', 'matter'], name='overrulings_in_a_matter'),
        ),
        migrations.AddConstraint(
            model_name='overruling',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='overruled_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='overruling',
            constraint=models.CheckConstraint(condition=models.Q(('kinds__contained_by', ['competitor', 'former_employer'])), name='no_ground_of_exclusion_is_overruled'),
        ),
        migrations.AddConstraint(
            model_name='pooldistrict',
            constraint=models.UniqueConstraint(fields=('agency', 'member', 'district'), name='a_district_once_per_assessor'),
        ),
        migrations.AddConstraint(
            model_name='poolservice',
            constraint=models.UniqueConstraint(fields=('agency', 'member', 'service_type'), name='a_service_once_per_assessor'),
        ),
        migrations.AddConstraint(
            model_name='qualification',
            constraint=models.UniqueConstraint(fields=('agency', 'member', 'kind', 'number'), name='one_qualification_of_a_number'),
        ),
        migrations.AddConstraint(
            model_name='qualification',
            constraint=models.CheckConstraint(condition=models.Q(('kind', ''), _negated=True), name='a_qualification_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='yearlypledge',
            constraint=models.UniqueConstraint(fields=('agency', 'member', 'signed_on'), name='pledged_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='yearlypledge',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='a_pledge_keeps_its_words'),
        ),
        migrations.RunPython(move_employers, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name='poolmember',
            name='employer_number_has_ten_digits',
        ),
        migrations.RemoveField(
            model_name='poolmember',
            name='employer_name',
        ),
        migrations.RemoveField(
            model_name='poolmember',
            name='employer_number',
        ),
        migrations.RunSQL(CONSULTANT_NEVER_ASSESSES, "DROP FUNCTION poom_consultant_never_assesses() CASCADE"),
    ]
