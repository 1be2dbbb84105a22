"""An approval that is no longer needed."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_announcing"),
        ("panels", "0007_committee"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="approval",
            name="one_open_approval",
        ),
        migrations.AlterField(
            model_name="approval",
            name="stage",
            field=models.CharField(
                choices=[
                    ("drafted", "Drafted"),
                    ("released", "Released"),
                    ("approved", "Approved"),
                    ("sent_back", "Sent back"),
                    ("dropped", "No longer needed"),
                ],
                default="drafted",
                editable=False,
                max_length=10,
                verbose_name="state of the approval",
            ),
        ),
        migrations.AlterField(
            model_name="approvalstep",
            name="verb",
            field=models.CharField(
                choices=[
                    ("drafted", "Drafted"),
                    ("released", "Released"),
                    ("assented", "Agreed by the city"),
                    ("approved", "Approved"),
                    ("sent_back", "Sent back"),
                    ("redrafted", "Drafted anew"),
                    ("dropped", "No longer needed"),
                ],
                max_length=10,
                verbose_name="step",
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stage__in", ("approved", "dropped")), _negated=True),
                fields=("agency", "subject_type", "subject", "kind"),
                name="one_open_approval",
            ),
        ),
    ]
