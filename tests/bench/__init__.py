"""Time and memory of what the project does; `make bench` prints a table."""
