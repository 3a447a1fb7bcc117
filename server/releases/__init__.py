"""Read a release, check every byte of it, and hold what each answer needs of it."""
