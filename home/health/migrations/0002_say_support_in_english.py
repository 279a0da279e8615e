"""Put right the first English words, where editors have not written others."""

from __future__ import annotations

from typing import Any

from django.db import migrations

CONDITIONS = {
    "Against at least two years of practice.": "In return for at least two years of practice.",
    "Against six years of practice.": "In return for six years of practice.",
}


def reword(apps: Any, _editor: Any) -> None:
    """Replace the exact words with which the site started."""
    grants = apps.get_model("health", "HealthGrant").objects
    for old, new in CONDITIONS.items():
        grants.filter(conditions_en=old).update(conditions_en=new)


class Migration(migrations.Migration):
    """Words only: the tables stay as they are."""

    dependencies = [("health", "0001_create_health")]

    operations = [migrations.RunPython(reword, migrations.RunPython.noop)]
