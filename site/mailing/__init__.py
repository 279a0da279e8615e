"""The outbox: every mail is a row written with the act it tells of, sent after the commit."""
