"""Sources in, release out; knows nothing of HTTP."""
