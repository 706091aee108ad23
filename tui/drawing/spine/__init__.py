"""The spine: events as rows with their lanes, its heading and its facet bar."""
