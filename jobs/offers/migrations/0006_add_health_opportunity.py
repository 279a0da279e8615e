"""What an offer in private practice opens on, for health professionals; empty for every other offer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("offers", "0005_add_main_municipality")]

    operations = [
        migrations.AddField(
            model_name="joboffer",
            name="health_opportunity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("INSTALLATION", "Setting up a practice"),
                    ("SUCCESSION", "Succession or takeover"),
                    ("FREE_SURGERY", "Free surgery"),
                    ("COLLABORATION", "Collaboration"),
                ],
                max_length=14,
                verbose_name="kind of practice offered",
            ),
        ),
    ]
