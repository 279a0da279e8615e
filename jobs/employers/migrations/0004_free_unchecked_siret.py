"""Let several employers give the same SIRET number until the team has said whose it is.

Going back is refused by the database while two establishments give the same number.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("employers", "0003_add_siret_check")]

    operations = [
        migrations.RemoveConstraint(model_name="establishment", name="employers_siret_unique"),
        migrations.AddConstraint(
            model_name="establishment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("siret", ""), _negated=True)
                & models.Q(("siret_is_checked", True)),
                fields=("siret",),
                name="employers_siret_unique",
                violation_error_message="This SIRET number is already registered.",
            ),
        ),
    ]
