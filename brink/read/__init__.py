"""A file becomes documents, stories and families of copies, with stable character offsets."""
