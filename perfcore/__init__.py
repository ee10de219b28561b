"""The library behind a council's performance dashboard."""

from importlib.metadata import version

__version__ = version("perfcore")
