"""Resolve IRIs, serve dumps, and describe the dataset to machines."""
