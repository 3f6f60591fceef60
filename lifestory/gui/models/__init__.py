"""Item models: records as Qt's lists want them."""
