"""From a Library to pages: pure functions that make HTML, and the finishing of a built site."""
