"""Letters: which face has them, how they join, where a line of them breaks. Speaks HarfBuzz."""
