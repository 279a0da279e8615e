"""Give the first aids the texts that are known, where nobody has written anything since."""

from __future__ import annotations

from typing import Any

from django.db import migrations

SOURCE = "Fiche de faits du programme « Oh My Lot ! »"
AGREEMENT_2016 = "Convention médicale du 25 août 2016 (arrêté du 20 octobre 2016)"
AGREEMENT_2024 = "Convention médicale du 4 juin 2024 (arrêté du 20 juin 2024)"
TEXTS = {
    "cde": (
        "Code de la santé publique, article L. 1435-4-2 ; décret n° 2020-1666 du 22 décembre 2020"
    ),
    "caim": AGREEMENT_2016,
    "premiere-installation-zip": AGREEMENT_2024,
    "premiere-installation-zac": AGREEMENT_2024,
    "cabinet-secondaire-zip": AGREEMENT_2024,
    "forfait-medecin-traitant": AGREEMENT_2024,
    "cesp": "Code de l’éducation, article L. 632-6",
}
FLAT_FEE = "forfait-medecin-traitant"
CONDITIONS = "En ZIP, ou dans un quartier prioritaire de la politique de la ville (QPV)."
ELSEWHERE = "dans un quartier prioritaire de la politique de la ville (QPV)"
ELSEWHERE_EN = "in a priority neighbourhood (QPV)"


def complete(apps: Any, _editor: Any) -> None:
    """Fill what is empty in the aids that still quote our own sheet and that nobody has confirmed."""
    grants = apps.get_model("health", "HealthGrant").objects
    untouched = grants.filter(source=SOURCE, is_to_confirm=True)
    for code, text in TEXTS.items():
        untouched.filter(code=code, legal_text="").update(legal_text=text)
    # Its own conditions say so: outside the zone, the aid is not refused but conditional.
    flat_fee = untouched.filter(code=FLAT_FEE, conditions=CONDITIONS, elsewhere="")
    flat_fee.update(elsewhere=ELSEWHERE, elsewhere_en=ELSEWHERE_EN)


class Migration(migrations.Migration):
    """Words only: the tables stay as they are."""

    dependencies = [("health", "0003_open_an_aid_outside_its_zones")]

    operations = [migrations.RunPython(complete, migrations.RunPython.noop)]
