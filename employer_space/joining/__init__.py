"""How a person and their establishment join: address, establishment, person, charter, correction."""
