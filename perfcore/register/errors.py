"""What can go wrong with the register, in words a user can act on?"""

from __future__ import annotations

from perfcore.errors import UserError


class RegisterError(UserError):
    """The register cannot be read or written."""


class RefusedError(UserError):
    """What was to be saved is not complete, or not allowed."""
