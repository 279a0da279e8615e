"""The words of a choice, so that no two controls of the form bear the same name; the database is left alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offers", "0003_guard_moderation_log"),
    ]

    operations = [
        migrations.AlterField(
            model_name="joboffer",
            name="experience",
            field=models.CharField(
                blank=True,
                choices=[
                    ("D", "No experience needed"),
                    ("S", "Experience desired"),
                    ("E", "Experience required"),
                ],
                max_length=1,
                verbose_name="experience",
            ),
        ),
    ]
