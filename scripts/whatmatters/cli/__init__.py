"""The command `whatmatters`: words a person types, and what is done with them."""
