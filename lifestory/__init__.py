"""Lifestory: telling a child in care their own story."""

__version__ = "0.1.0"
