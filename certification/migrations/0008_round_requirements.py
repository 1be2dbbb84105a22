"""What each round asks of those who apply; from its announcement on it stays."""
import core.tenancy
import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


# Rounds from before have the usual requirements: those whose screening they had, and the two that were not asked then.
USUAL = """
INSERT INTO certification_roundrequirement (public_id, agency_id, round_id, requirement, position, months, years)
SELECT gen_random_uuid(), r.agency_id, r.id, u.code, u.place, u.months, u.years
  FROM certification_round r,
       (VALUES ('registered', 1, NULL::int, NULL::int), ('experience', 2, 36, NULL), ('no_disposition', 3, NULL, 3), ('operating', 4, NULL, NULL),
               ('not_barred', 5, NULL, NULL), ('no_certificate', 6, NULL, NULL), ('service', 7, NULL, NULL), ('not_national', 8, NULL, NULL))
         AS u (code, place, months, years);
"""
FIXED = """
CREATE FUNCTION poom_announced_round_keeps_its_requirements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM certification_round
              WHERE published_at IS NOT NULL
                AND (TG_OP <> 'INSERT' AND id = OLD.round_id OR TG_OP <> 'DELETE' AND id = NEW.round_id)) THEN
    RAISE EXCEPTION 'an announced round keeps its requirements' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER announced_round_keeps_its_requirements BEFORE INSERT OR UPDATE OR DELETE ON certification_roundrequirement
  FOR EACH ROW EXECUTE FUNCTION poom_announced_round_keeps_its_requirements();
"""
BACK = "DROP FUNCTION poom_announced_round_keeps_its_requirements CASCADE;"


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_places'),
        ('certification', '0007_the_mapping_is_frozen_too'),
    ]

    operations = [
        migrations.CreateModel(
            name='RoundRequirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('requirement', models.CharField(choices=[('registered', 'Registered as a provider of this service in the province'), ('experience', 'In business long enough on the day of the announcement'), ('no_disposition', 'No administrative disposition in the last years'), ('operating', 'Neither closed nor suspended'), ('not_barred', 'Not barred after a revocation'), ('no_certificate', 'No valid certificate for the same service at the same site'), ('service', 'The service may be certified in this round'), ('not_national', 'Not certified by the national scheme for the same service')], max_length=20, verbose_name='requirement')),
                ('position', models.PositiveSmallIntegerField()),
                ('months', models.PositiveSmallIntegerField(null=True, verbose_name='months in business')),
                ('years', models.PositiveSmallIntegerField(null=True, verbose_name='years without a disposition')),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='certification.round')),
            ],
            options={
                'verbose_name': 'requirement of the round',
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('agency', 'round', 'requirement'), name='a_requirement_once_per_round'), models.CheckConstraint(condition=models.Q(models.Q(('months__gt', 0), ('months__isnull', False), ('requirement', 'experience'), ('years', None)), models.Q(('months', None), ('requirement', 'no_disposition'), ('years__gt', 0), ('years__isnull', False)), models.Q(models.Q(('requirement__in', ['experience', 'no_disposition']), _negated=True), ('months', None), ('years', None)), _connector='OR'), name='a_requirement_has_its_figure')],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RunSQL(USUAL, migrations.RunSQL.noop),
        migrations.RunSQL(FIXED, BACK),
    ]
