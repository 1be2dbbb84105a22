"""What lifts a suspension and what sets a revocation aside are one thing to citizens: in force again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("certification", "0010_successors_in_the_register"),
    ]

    operations = [
        migrations.AlterField(
            model_name="certificateevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("issued", "certified"),
                    ("imported", "certified (entered from the papers)"),
                    ("suspended", "suspended"),
                    ("reinstated", "in force again"),
                    ("revoked", "revoked"),
                    ("surrendered", "surrendered"),
                    ("superseded", "replaced by a newer certificate"),
                    ("prolonged", "prolonged"),
                    ("corrected", "corrected"),
                    ("reissued", "issued anew"),
                    ("expired", "no longer valid"),
                ],
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="registerchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("issued", "certified"),
                    ("imported", "certified (entered from the papers)"),
                    ("suspended", "suspended"),
                    ("reinstated", "in force again"),
                    ("revoked", "revoked"),
                    ("surrendered", "surrendered"),
                    ("superseded", "replaced by a newer certificate"),
                    ("prolonged", "prolonged"),
                    ("corrected", "corrected"),
                    ("reissued", "issued anew"),
                    ("expired", "no longer valid"),
                    ("edited", "entry edited"),
                ],
                max_length=12,
            ),
        ),
    ]
