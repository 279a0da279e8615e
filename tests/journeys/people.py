"""The people of the demonstration who play in the journeys."""

from __future__ import annotations

ADMINISTRATOR = "administration@demo.example"
EDITOR = "redaction@demo.example"
PUBLISHER = "publication@demo.example"
TRANSLATOR = "traduction@demo.example"
MODERATOR = "moderation@demo.example"
EMPLOYER = "employeur@demo.example"
SENT_BACK = "precision@demo.example"
DEMO_PASSWORD = "demo-oh-my-lot-2026"
