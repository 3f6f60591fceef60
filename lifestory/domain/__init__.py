"""What is true: frozen records and the rules about them, on the standard library alone."""
