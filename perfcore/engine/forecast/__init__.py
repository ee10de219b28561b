"""Where will each measure end the year (method 7)?"""

from perfcore.engine.forecast.ending import chance_between
from perfcore.engine.forecast.memory import Remembering
from perfcore.engine.forecast.write import Forecaster, write

__all__ = ["Forecaster", "Remembering", "chance_between", "write"]
