"""The lens: what this reader, of this age, may have of a case. Nothing prints but through it."""
