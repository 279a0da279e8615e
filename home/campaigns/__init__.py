"""Landing pages of campaigns, and how many people each link brought."""
