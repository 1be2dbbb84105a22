"""How far the text inside a file was looked into."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0003_file_scan'),
    ]

    operations = [
        migrations.AddField(
            model_name='storedfile',
            name='text',
            field=models.CharField(blank=True, choices=[('read', 'looked into'), ('partly', 'looked into in part'), ('unread', 'not looked into')], default='', max_length=6, verbose_name='text inside'),
            preserve_default=False,
        ),
    ]
