"""Draw pages for people."""
