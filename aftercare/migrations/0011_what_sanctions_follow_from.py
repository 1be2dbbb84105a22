"""A sanction knows the corrective action it follows from; the provider reports that the order of a suspension is met."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_places"),
        ("aftercare", "0010_sanction_without_effect"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="sanctionstatement",
            name="one_statement_of_a_kind",
        ),
        migrations.AddField(
            model_name="sanction",
            name="correction",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="aftercare.correctiveaction"
            ),
        ),
        migrations.AddField(
            model_name="sanctionstatement",
            name="returned_at",
            field=models.DateTimeField(null=True, verbose_name="returned at"),
        ),
        migrations.AddField(
            model_name="sanctionstatement",
            name="returned_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="sanctionstatement",
            name="returned_reason",
            field=models.TextField(blank=True, max_length=2000, verbose_name="reason"),
        ),
        migrations.AlterField(
            model_name="sanctionstatement",
            name="kind",
            field=models.CharField(
                choices=[("opinion", "written statement"), ("appeal", "appeal"), ("order", "report that the order is met")],
                max_length=8,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionstatement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("returned_at", None)), fields=("agency", "sanction", "kind"), name="one_statement_of_a_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="sanctionstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("returned_at", None),
                    models.Q(("arrived_at__isnull", False), ("kind", "order"), models.Q(("returned_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_report_returned_with_a_reason",
            ),
        ),
    ]
