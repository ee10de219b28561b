"""How results look and speak, wherever they are shown."""
