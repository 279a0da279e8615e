"""When each key figure was last checked at its source."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ui", "0002_create_figures_settings_and_image_fields"),
    ]

    operations = [
        migrations.AddField(
            model_name="keyfigure",
            name="checked_on",
            field=models.DateField(
                blank=True,
                help_text="The day when somebody last made sure, at the source, that the figure holds.",
                null=True,
                verbose_name="last check",
            ),
        ),
    ]
