"""The actions of keys around a widget: the query, the day, the search, the event at hand."""
