"""Paper: plans drawn as a PDF, finished, and read back. Speaks ReportLab, pikepdf, pypdfium2."""
