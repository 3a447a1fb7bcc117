"""A dataset that conforms to every shape, and files that each break it in one way."""
