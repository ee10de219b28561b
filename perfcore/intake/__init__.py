"""From files to the observation log, with nothing lost silently."""
