"""Make the database refuse to rewrite the history of employers' accounts: only a name may be blanked."""

from django.db import migrations

from operations.append_only import FORGET_ACTOR, FORGET_NAME, PSEUDONYM, guard, unguard

TABLE = "employers_employerevent"
# The acts whose reason is the name of the person they are about.
NAMING = "('JOIN_ACCEPT', 'JOIN_REFUSE', 'MEMBER_REMOVED', 'MEMBER_INVITED', 'ROLE_CHANGED')"
FORGET_COLLEAGUE = (
    f"(NEW.reason = OLD.reason OR (NEW.reason = '{PSEUDONYM}' AND OLD.act IN {NAMING}))"
)


class Migration(migrations.Migration):
    dependencies = [("employers", "0001_create_models")]

    operations = [
        migrations.RunPython(
            guard(
                TABLE,
                {
                    "actor_id": FORGET_ACTOR,
                    "actor_name": FORGET_NAME,
                    "reason": FORGET_COLLEAGUE,
                },
            ),
            unguard(TABLE),
        )
    ]
