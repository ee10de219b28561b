"""From observations and framework to a warehouse of results."""

from perfcore.engine.build import build

__all__ = ["build"]
