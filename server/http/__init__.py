"""Speak HTTP: requests and replies as values, formats by Accept, errors in one shape."""
