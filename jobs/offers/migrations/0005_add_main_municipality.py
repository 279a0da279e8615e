"""The commune named first, since the relation to communes keeps no order; empty for older offers."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offers", "0004_reword_no_experience"),
        ("territory", "0001_create_places"),
    ]

    operations = [
        migrations.AddField(
            model_name="joboffer",
            name="main_municipality",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="territory.municipality",
                verbose_name="main commune",
            ),
        ),
    ]
