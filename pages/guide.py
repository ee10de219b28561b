"""How to read the dashboard."""

from perfcore.present import blocks
from perfcore.ui.asked import asked
from perfcore.ui.block import block

ask = asked()
block(
    ask.remember("guide", answer=lambda: blocks.guide(ask.build.organisation, ask.links("guide"))),
    key="guide",
)
