"""From observations and framework to a warehouse of results."""
