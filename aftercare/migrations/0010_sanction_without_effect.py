"""A sanction without effect has a state of its own; the notice names its basis and who conducts the hearing."""

from django.conf import settings
from django.db import migrations, models


# What was decided and came too late used to be called dropped. Only what was dropped undecided is that.
TOO_LATE = "UPDATE aftercare_sanction SET stage = 'no_effect' WHERE stage = 'dropped' AND decided_at IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0009_open_rows_go_along"),
        ("certification", "0011_in_force_again"),
        ("providers", "0003_successions_and_pauses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="sanction",
            name="no_sanction_without_its_process",
        ),
        migrations.RemoveConstraint(
            model_name="sanction",
            name="a_sanction_ended_with_a_reason",
        ),
        migrations.AddField(
            model_name="sanction",
            name="basis",
            field=models.TextField(blank=True, max_length=500, verbose_name="legal basis"),
        ),
        migrations.AddField(
            model_name="sanction",
            name="chair_office",
            field=models.CharField(blank=True, max_length=120, verbose_name="office of who conducts it"),
        ),
        migrations.AlterField(
            model_name="sanction",
            name="stage",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("notified", "waits for its hearing"),
                    ("heard", "waits for the proposal"),
                    ("proposed", "waits for the decision"),
                    ("decided", "decided, not yet in effect"),
                    ("in_effect", "in effect"),
                    ("no_effect", "decided, not carried out"),
                    ("lifted", "lifted early"),
                    ("over", "over"),
                    ("overturned", "set aside by an appeal"),
                    ("dropped", "ended without a sanction"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.RunSQL(TOO_LATE, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ("decided", "in_effect", "no_effect", "lifted", "over", "overturned")), _negated=True),
                    models.Q(
                        ("decided_at__isnull", False),
                        ("final_from__gt", models.F("notice_until")),
                        ("final_from__isnull", False),
                        ("heard_at__isnull", False),
                        ("noticed_at__isnull", False),
                        ("proposed_at__isnull", False),
                        models.Q(("final_kind", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="no_sanction_without_its_process",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage__in", ("no_effect", "lifted", "overturned", "dropped")), _negated=True),
                    models.Q(("ended_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_sanction_ended_with_a_reason",
            ),
        ),
    ]
