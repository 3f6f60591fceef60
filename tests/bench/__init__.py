"""How fast, how big, how lean: `make bench` prints a table and writes it to a file."""
