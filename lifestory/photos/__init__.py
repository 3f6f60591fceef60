"""Bytes in, bytes out: the only room that speaks Pillow.

Callers use `workers.Workers`; what decodes runs in our own worker processes and nowhere else.
"""
