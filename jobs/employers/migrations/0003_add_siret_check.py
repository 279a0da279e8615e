"""Tell the SIRET numbers that the team has checked from those that somebody typed."""

from django.db import migrations, models

VERIFIED = ("VERIFIED", "SUSPENDED")


def check_registrations(apps, schema_editor):
    """Take as checked the numbers that came with the registration of employers verified since."""
    establishment = apps.get_model("employers", "Establishment")
    registered = {}
    rows = establishment.objects.filter(employer__status__in=VERIFIED).order_by("pk")
    for pk, employer in rows.values_list("pk", "employer_id"):
        registered.setdefault(employer, pk)
    establishment.objects.filter(pk__in=registered.values()).exclude(siret="").update(
        siret_is_checked=True
    )


class Migration(migrations.Migration):
    dependencies = [("employers", "0002_guard_history")]

    operations = [
        migrations.AddField(
            model_name="establishment",
            name="siret_is_checked",
            field=models.BooleanField(
                default=False, editable=False, verbose_name="SIRET number checked by the team"
            ),
        ),
        migrations.RunPython(check_registrations, migrations.RunPython.noop),
    ]
