select measure, status, value
from {then}
