"""How the files that books are made by say what is wrong with them; so do those of the lens."""

from lifestory.sharing.mistakes import BrokenStyle, Where

__all__ = ["BrokenStyle", "Where"]
