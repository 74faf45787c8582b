"""What in a text could let a reader recognise a real person: numbers, addresses, dates, names, places, denied words.

Every rule here takes a text and gives findings, and knows nothing of files.
They help an editor to look; they do not promise that nobody can be recognised.
"""
