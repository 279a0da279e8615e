"""Keep with each settlement request the agreement that it rests on: its day, its version, its words."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0001_create_settling"),
    ]

    operations = [
        migrations.AddField(
            model_name="settlementrequest",
            name="agreed_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="agreement given on"
            ),
        ),
        migrations.AddField(
            model_name="settlementrequest",
            name="agreement_version",
            field=models.CharField(
                blank=True, editable=False, max_length=20, verbose_name="version of the text"
            ),
        ),
        migrations.AddField(
            model_name="settlementrequest",
            name="agreement_wording",
            field=models.TextField(blank=True, editable=False, verbose_name="words accepted"),
        ),
    ]
