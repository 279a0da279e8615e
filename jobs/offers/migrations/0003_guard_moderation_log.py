"""Make the database refuse to rewrite the moderation log and the notes: only a name may be blanked."""

from django.db import migrations

from operations.append_only import FORGET_ACTOR, FORGET_NAME, guard, unguard

LOG, NOTES = "offers_moderationlogentry", "offers_fieldnote"


class Migration(migrations.Migration):
    dependencies = [("offers", "0002_add_contact_forgotten")]

    operations = [
        migrations.RunPython(
            guard(LOG, {"actor_id": FORGET_ACTOR, "actor_name": FORGET_NAME}), unguard(LOG)
        ),
        migrations.RunPython(guard(NOTES), unguard(NOTES)),
    ]
