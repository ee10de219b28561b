"""Does the dashboard's first page answer a browser's request with content?

Usage: first_page.py PORT
Speaks the protocol of Streamlit's own page; exits 1 if the page shows an exception or no content.
"""

from __future__ import annotations

import asyncio
import sys

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 120
CONTENT = b"measures are off target"


def main() -> int:
    """Ask for the page once."""
    page, exceptions = asyncio.run(asyncio.wait_for(first_page(int(sys.argv[1])), PATIENCE))
    if exceptions or CONTENT not in page:
        print(f"{exceptions} exceptions; no {CONTENT.decode()!r}", file=sys.stderr)
        return 1
    print(f"first page: {len(page):,} bytes, with {CONTENT.decode()!r}")
    return 0


async def first_page(port: int) -> tuple[bytes, int]:
    """All that the server sends until the page's script has finished, and its exceptions."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as server:
        wish = BackMsg()
        wish.rerun_script.query_string = ""
        await server.send(wish.SerializeToString())
        received, exceptions = b"", 0
        while True:
            message = bytes(await server.recv())
            told = ForwardMsg.FromString(message)
            received += message
            exceptions += told.delta.new_element.WhichOneof("type") == "exception"
            if told.WhichOneof("type") == "script_finished":
                return received, exceptions


if __name__ == "__main__":
    sys.exit(main())
