"""The parts that commands share: streams, options, the query, additions to a file."""
