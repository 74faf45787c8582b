"""See to it that there is a browser for the tests: use one that is there, else install one, else say what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from whatmatters.bench.browser import system_browser


def playwright_browser() -> str | None:
    """The path of Playwright's own Chromium, if it has been fetched."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def browser() -> str | None:
    """The browser that the tests will use."""
    return system_browser() or playwright_browser()


def run(*command: str) -> bool:
    """Run quietly; whether it went well."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def install_from_system() -> None:
    """Install the system's browser where there is none and that may be done: this needs nothing but Python's own library,
    so that it can be done while packages are installed."""
    if not system_browser() and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing a browser for the tests (Debian's Chromium) …", flush=True)
        run("apt-get", "update", "-qq")
        # The shell is the same browser without a window of its own: half the time for every tab.
        for package in ("chromium-headless-shell", "chromium"):
            if run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package):
                break


def main() -> int:
    """Exit code 0 when there is a browser at the end."""
    if not browser():
        install_from_system()
    if not browser():
        print("Fetching a browser for the tests (Playwright's Chromium) …", flush=True)
        run(sys.executable, "-m", "playwright", "install", "chromium")
    if browser():
        return 0
    print(
        "There is no browser for the tests, and none could be installed.\n"
        "Install Chromium or Chrome in the usual way of your system, then run `make test` again.\n"
        "To run the tests that need none: .venv/bin/python -m pytest -m 'not browser'",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(install_from_system() if "--from-system" in sys.argv else main())
