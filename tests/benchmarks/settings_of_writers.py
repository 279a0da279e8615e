"""The settings of the tests on a database of their own, with the tables that `migrate` makes."""

from config.settings.test import *  # noqa: F403 - a settings module extends its base by design
from config.settings.test import DATABASES, VAR_DIR, env
from tests.benchmarks.sqlite_writers import DATABASE

DATABASES["default"]["NAME"] = str(VAR_DIR / DATABASE)
# A transaction that reads before it writes is refused at once, however patient, if it is not immediate: on a busy
# machine the test may therefore wait longer than the site does.
DATABASES["default"]["OPTIONS"]["timeout"] = env.int("WRITERS_PATIENCE", default=20)
