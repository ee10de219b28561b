"""How is the dashboard started from the command line?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import perfcore
from perfcore.errors import UserError
from perfcore.settings import Settings


def run(settings: Settings, port: int) -> int:
    """Run the dashboard until it is stopped.

    Parameters
    ----------
    settings
        Which framework, data and warehouses to show.
    port
        The port to listen on.

    Returns
    -------
    int
        The exit code of the server.

    Raises
    ------
    UserError
        If the dashboard's ``app.py`` is not beside the library.
    """
    app = Path(perfcore.__file__).resolve().parent.parent / "app.py"
    if not app.is_file():
        raise UserError(
            "The dashboard's pages are not installed beside the library.",
            where=str(app),
            do="Install from a checkout with 'pip install -e .'.",
        )
    environment = {
        **os.environ,
        "PERFCORE_FRAMEWORK": str(settings.framework),
        "PERFCORE_DATA": str(settings.data),
        "PERFCORE_OUT": str(settings.out),
    }
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    return subprocess.run(command, env=environment, check=False).returncode
