"""Sessions, decided once for every form: what each step shows, says and hands out.

It knows the library alone. Paper, screen and Word draw what it gives.
"""
