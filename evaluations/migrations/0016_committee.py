"""The papers of a meeting for one reader; and in the database: a committee's decision rests on a vote that counts."""
import uuid

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

import core.tenancy

DECISION_RESTS_ON_A_VOTE = """
CREATE FUNCTION poom_decision_rests_on_a_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.item_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM panels_ballot WHERE item_id = NEW.item_id AND agency_id = NEW.agency_id AND voided_at IS NULL AND result = NEW.kind) THEN
        RAISE EXCEPTION 'a decision rests on a vote that counts' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_rests_on_a_vote BEFORE INSERT ON evaluations_decision
   FOR EACH ROW EXECUTE FUNCTION poom_decision_rests_on_a_vote();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cover'),
        ('core', '0004_text_of_files'),
        ('evaluations', '0015_insight'),
        ('panels', '0007_committee'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MeetingPack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('language', models.CharField(choices=[('ko', 'Korean'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('basis', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(default=core.tenancy.current_agency_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.agency')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='panels.meeting')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reader')),
            ],
            options={
                'verbose_name': 'papers of a meeting',
                'constraints': [models.UniqueConstraint(fields=('agency', 'meeting', 'user'), name='one_pack_for_a_reader'), models.CheckConstraint(condition=models.Q(('made_at', None), ('file__isnull', False), _connector='OR'), name='made_pack_has_its_file')],
            },
            managers=[
                ('everything', django.db.models.manager.Manager()),
            ],
        ),
        migrations.RunSQL(DECISION_RESTS_ON_A_VOTE, "DROP FUNCTION poom_decision_rests_on_a_vote() CASCADE"),
    ]
