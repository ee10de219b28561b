"""What people add to the figures: explanations, and a record of every change."""
