"""The library behind a council's performance dashboard."""
