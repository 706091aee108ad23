"""Workloads and measurements: what jalon costs, as ratios taken in one run."""
