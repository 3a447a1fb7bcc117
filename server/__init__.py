"""Serve a release: answers over HTTP; knows nothing of sources."""
