"""What an image shows, for the English pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ui", "0003_add_key_figure_check"),
    ]

    operations = [
        migrations.AddField(
            model_name="siteimage",
            name="description_en",
            field=models.CharField(
                blank=True,
                help_text="For the English pages. When empty, the French one is read there, in French.",
                max_length=255,
                verbose_name="alternative text, in English",
            ),
        ),
    ]
