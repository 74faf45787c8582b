"""Files: reading text and YAML so that every complaint has its line; writing so that a file is whole or as it was."""
