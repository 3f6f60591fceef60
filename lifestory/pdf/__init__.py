"""Paper: plans drawn as a PDF, finished, and read back. Speaks ReportLab, pikepdf, pypdfium2."""

PRODUCER = "Lifestory"
"""What made a PDF, as it says of itself."""
