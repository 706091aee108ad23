"""The page: a timeline as a site of one HTML file a language, for people who have no jalon."""
