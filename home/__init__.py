"""The editorial site: home page, standard and legal pages."""
