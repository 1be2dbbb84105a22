"""What similar providers are found by, for those that are there already."""
from django.db import migrations

from providers.names import address_key, name_key


def fill(apps, schema_editor):
    for provider in apps.get_model("providers.Provider").everything.only("name", "district_id", "address_base").iterator():
        provider.name_key, provider.address_key = name_key(provider.name), address_key(provider.district_id, provider.address_base)
        provider.save(update_fields=["name_key", "address_key"])


class Migration(migrations.Migration):

    dependencies = [("providers", "0005_people_and_paper")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
