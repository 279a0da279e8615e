"""Give the documents their full-text index: an FTS5 table kept by triggers, or a tsvector column with a GIN index.

Both hold exactly the stored terms: the two databases find the same documents by construction.
On SQLite a later migration that alters `search_document` copies the table and loses its triggers: repeat this
operation after it.
"""

from django.db import migrations

SQLITE = (
    # No position and no size is stored: terms are only ever combined by AND and OR.
    """CREATE VIRTUAL TABLE search_terms USING fts5(
        terms, content='search_document', content_rowid='id',
        detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
    )""",
    """CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
        INSERT INTO search_terms(rowid, terms) VALUES (new.id, new.terms);
    END""",
    """CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
        INSERT INTO search_terms(search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
    END""",
    """CREATE TRIGGER search_document_changed AFTER UPDATE OF id, terms ON search_document
    WHEN old.id <> new.id OR old.terms <> new.terms BEGIN
        INSERT INTO search_terms(search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
        INSERT INTO search_terms(rowid, terms) VALUES (new.id, new.terms);
    END""",
    "INSERT INTO search_terms(search_terms) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER search_document_changed",
    "DROP TRIGGER search_document_removed",
    "DROP TRIGGER search_document_added",
    "DROP TABLE search_terms",
)
POSTGRESQL = (
    """ALTER TABLE search_document ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED""",
    # Long values leave the main pages: reading the identifiers of a broad query stays cheap.
    "ALTER TABLE search_document SET (toast_tuple_target = 128)",
    "CREATE INDEX search_document_vector ON search_document USING gin (vector)",
)
POSTGRESQL_BACK = (
    "DROP INDEX search_document_vector",
    "ALTER TABLE search_document RESET (toast_tuple_target)",
    "ALTER TABLE search_document DROP COLUMN vector",
)


def add_index(apps, schema_editor):
    """Create the index of the database in use."""
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


def drop_index(apps, schema_editor):
    """Remove it."""
    back = POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK
    for statement in back:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_create_document_generation_synonym")]

    operations = [migrations.RunPython(add_index, drop_index)]
