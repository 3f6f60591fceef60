"""A clerk for each place: gives it what it shows, and does what it says the worker meant."""
