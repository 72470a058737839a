# A package: what it holds is imported by itself.
