"""Ask a store and get the whole answer: queries run where they can be ended."""
