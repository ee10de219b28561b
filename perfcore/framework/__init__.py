"""What is measured, for whom, against what: measures.yaml as frozen values."""

from perfcore.framework.load import load, read
from perfcore.framework.problems import Loaded, Problem

__all__ = ["Loaded", "Problem", "load", "read"]
