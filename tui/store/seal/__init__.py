"""A dossier to hand over: one zip in which nothing can change unseen, and what tells whether anything did."""
