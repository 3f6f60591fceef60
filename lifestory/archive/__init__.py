"""A case as a portable parcel: the open folder, and the sealed archive around it."""
