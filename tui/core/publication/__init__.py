"""A timeline made public: the gate before it, and what changed from one publication to the next."""
