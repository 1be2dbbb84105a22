"""The city agrees before results are announced, where an agency says so."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_cover'),
    ]

    operations = [
        migrations.AddField(
            model_name='agency',
            name='city_assents',
            field=models.BooleanField(default=False, verbose_name='the city agrees before results are announced'),
        ),
    ]
