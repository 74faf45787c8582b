"""The system's own Firefox, which Playwright does not steer, by the protocol that it has built in (Marionette)."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Names under which Firefox stands on a system.
NAMES = ("firefox-esr", "firefox")
#: How long it may take to start, and to answer, in seconds.
LONGEST = 120

#: No first page of its own, no asking its maker, a port that is free, and no question before a page with words is left.
SETTINGS = {
    "marionette.port": 0, "browser.startup.page": 0, "browser.shell.checkDefaultBrowser": False, "app.update.disabledForTesting": True,
    "datareporting.policy.dataSubmissionEnabled": False, "toolkit.telemetry.reportingpolicy.firstRun": False,
    "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,", "dom.disable_beforeunload": True,
}  # fmt: skip


def system_firefox() -> str | None:
    """The path of a Firefox of the system, if it has one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Firefox:
    """One window of it."""

    def __init__(self, port: int) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=LONGEST)
        self._asked = 0
        self._message()
        self.ask("WebDriver:NewSession")
        self.ask("WebDriver:SetTimeouts", script=LONGEST * 1000, pageLoad=LONGEST * 1000)

    def _message(self) -> Any:
        length = b""
        while (sign := self._line.recv(1)) != b":":
            assert sign, "Firefox has ended"
            length += sign
        text = b""
        while len(text) < int(length):
            text += self._line.recv(int(length) - len(text))
        return json.loads(text)

    def ask(self, command: str, **given: object) -> Any:
        """What a command answers."""
        self._asked += 1
        text = json.dumps([0, self._asked, command, given]).encode()
        self._line.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, answer = self._message()
        assert error is None, error
        return answer.get("value") if isinstance(answer, dict) and "value" in answer else answer

    def goto(self, address: str) -> None:
        """Open a page in the tab."""
        self.ask("WebDriver:Navigate", url=address)

    def evaluate(self, script: str, *given: object) -> Any:
        """What a script of the page returns; a promise is waited for."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(given))

    def new_tab(self) -> None:
        """Go on in another tab."""
        self.ask("WebDriver:SwitchToWindow", handle=self.ask("WebDriver:NewWindow", type="tab")["handle"])


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window, with a new profile in that folder."""
    path = system_firefox()
    assert path
    profile.mkdir()
    (profile / "user.js").write_text("".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in SETTINGS.items()))
    command = [path, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
    environment = os.environ | {"HOME": str(profile)}
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)
    try:
        port = profile / "MarionetteActivePort"
        end = time.monotonic() + LONGEST
        while not (port.exists() and port.read_text()):
            assert running.poll() is None, "Firefox did not start"
            assert time.monotonic() < end, "Firefox did not answer"
            time.sleep(0.1)
        yield Firefox(int(port.read_text()))
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
