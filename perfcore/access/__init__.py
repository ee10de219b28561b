"""Who may do what: read from a file of its own, denied where no rule allows it."""
