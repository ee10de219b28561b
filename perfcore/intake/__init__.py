"""What came in, and what had to be turned away?"""

from perfcore.intake.load import load
from perfcore.intake.report import IntakeReport

__all__ = ["IntakeReport", "load"]
