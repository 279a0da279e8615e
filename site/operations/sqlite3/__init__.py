"""Django's SQLite, with a fairer wait for the writer's turn."""
