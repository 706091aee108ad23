"""What keys do around a widget: the query, the day, the search, the event at hand."""
