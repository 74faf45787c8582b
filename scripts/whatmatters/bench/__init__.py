"""Measuring: how long builds and packs take, and how much memory, beside plain Material on the same pages."""
