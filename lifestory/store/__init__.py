"""Keeps everything, encrypted: the only room that speaks SQLAlchemy and SQLCipher."""
