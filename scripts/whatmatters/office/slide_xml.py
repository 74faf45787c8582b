"""The names of PowerPoint's XML."""

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#: For the first element of a piece of XML.
NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
