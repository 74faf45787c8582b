"""What every file for an office program needs, whoever writes it: languages, our font, the same bytes each time."""
