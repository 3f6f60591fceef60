"""Composing: from what a reader may have to pages with everything in place. Knows no PDF."""
