"""The only room that speaks age: streams, passphrases and recovery phrases."""
