"""Add the right to say to whom settlement requests go; `bootstrap` gives it to publishers."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("territory", "0002_create_welcome_network")]

    operations = [
        migrations.AlterModelOptions(
            name="welcomereferent",
            options={
                "permissions": [
                    ("route_welcomereferent", "Can say to whom settlement requests go")
                ],
                "verbose_name": "welcome referent",
                "verbose_name_plural": "welcome referents",
            },
        ),
    ]
