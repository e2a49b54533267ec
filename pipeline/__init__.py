"""kommunestatus: published Danish status articles into data that a database can trust."""
