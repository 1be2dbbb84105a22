"""An approval may need the assent of the city."""
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_announcing'),
        ('panels', '0005_on_behalf_of'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='approval',
            name='assented_at',
            field=models.DateTimeField(null=True, verbose_name='agreed at'),
        ),
        migrations.AddField(
            model_name='approval',
            name='assented_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed by'),
        ),
        migrations.AddField(
            model_name='approval',
            name='needs_assent',
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name='approvalstep',
            name='verb',
            field=models.CharField(choices=[('drafted', 'Drafted'), ('released', 'Released'), ('assented', 'Agreed by the city'), ('approved', 'Approved'), ('sent_back', 'Sent back'), ('redrafted', 'Drafted anew')], max_length=10, verbose_name='step'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by', None), ('assented_by', None), models.Q(('approved_by', models.F('assented_by')), _negated=True), _connector='OR'), name='approved_by_another_than_the_city'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'approved'), _negated=True), ('needs_assent', False), models.Q(('assented_at__isnull', False), ('assented_by__isnull', False)), _connector='OR'), name='approved_with_the_citys_assent'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('assented_at', None), ('assented_by', None)), models.Q(('needs_assent', True), ('stage__in', ('released', 'approved'))), _connector='OR'), name='assented_to_what_is_released'),
        ),
    ]
