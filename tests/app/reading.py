"""What does a reader of a page see?"""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest


def blocks(app: AppTest) -> str:
    """The HTML of all blocks on the page."""
    return "\n".join(json.loads(one.proto.json)["html"] for one in app.get("bidi_component"))


def complaints(app: AppTest) -> str:
    """Everything the page says in errors, warnings and notes, titles too."""
    alerts = [*app.error, *app.warning, *app.info]
    return "\n".join([text for alert in alerts for text in (alert.proto.title, alert.value)])


def code(app: AppTest) -> str:
    """Everything the page shows as plain lines."""
    return "\n".join(one.value for one in app.code)


def press(app: AppTest, label: str) -> AppTest:
    """Press the one button of that label, and see what then stands there."""
    (button,) = [one for one in app.button if one.label == label]
    return button.click().run()
