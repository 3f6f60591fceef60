"""Whether a composed book is fit to be printed: one question a module, asked of its pages."""
