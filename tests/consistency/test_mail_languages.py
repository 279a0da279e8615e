"""Each mail is written in its reader's language; those to the team and to employers, whose screens are French, are not chosen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Read by the team, in the admin's language.
TO_THE_TEAM = {
    "home/ambassadors/emails.py": {"emails/portrait_withdrawn"},
    "home/contact/emails.py": {"emails/contact_received"},
    "home/health/emails.py": {"emails/callback_to_answer"},
}
# The employers' space is French: decision 0007.
FRENCH_ONLY = ("employer_space/", "jobs/employers/", "jobs/offers/")


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Give each call that queues a mail, with the file it is in."""
    for folder in ("home", "jobs", "employer_space", "search", "site"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            source = path.read_text()
            if "queue_mail(" not in source:
                continue
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "queue_mail":
                    yield path.relative_to(ROOT).as_posix(), node


def named(call: ast.Call) -> dict[str, ast.expr]:
    """Return the arguments of a call by name."""
    return {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def test_every_mail_to_a_visitor_is_in_the_language_they_wrote_in() -> None:
    silent = []
    for path, call in calls():
        arguments = named(call)
        template = arguments.get("template")
        words = template.value if isinstance(template, ast.Constant) else ""
        chosen = "language" in arguments
        is_for_others = words in TO_THE_TEAM.get(path, set()) or to_the_team(arguments)
        if not (chosen or is_for_others or path.startswith(FRENCH_ONLY)):
            silent.append(f"{path}:{call.lineno} {words}")

    assert silent == []


def to_the_team(arguments: dict[str, ast.expr]) -> bool:
    """Say whether a mail leads to a screen of the admin: nobody else can open it."""
    context = arguments.get("context")
    keys = context.keys if isinstance(context, ast.Dict) else []
    return any(isinstance(key, ast.Constant) and key.value == "admin_url" for key in keys)


def test_the_mails_that_are_looked_at_are_there() -> None:
    assert len(list(calls())) >= 15
    assert Path(ROOT, "site/mailing/services.py").exists()
