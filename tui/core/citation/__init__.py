"""Sources as they are cited: addresses, links to a passage, footnotes, one sentence each."""
