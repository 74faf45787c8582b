"""How much the shipped nginx bears: requests a second and 99th percentile, by ApacheBench. `make load` runs it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tests.deploy.nginx import NGINX, nginx
from whatmatters.manifest.package import SITE, package

#: Requests, and how many at once.
REQUESTS, AT_ONCE = 20_000, 50
#: Asked for one after the other: the home page, a Welsh story, the common script and sheet, a search piece's folder.
PATHS = ("index.html", "cy/stories/magic-moments/mays-bath-time/index.html", "assets/css/site.css", "assets/js/base.js")


def main() -> int:
    """Exit code 1 where nginx or ab is missing, or an answer was none."""
    ab = shutil.which("ab")
    if not NGINX or not ab:
        print("Measuring this needs nginx and ab (Debian: apt-get install nginx-light apache2-utils).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        package(Path("site"), folder / "site.zip", "server", {}, {})
        with zipfile.ZipFile(folder / "site.zip") as packed:
            packed.extractall(folder)
        (folder / "nginx").mkdir()
        print(f"{REQUESTS} requests, {AT_ONCE} at once, on this machine itself:")
        with nginx(folder / SITE, folder / "nginx") as address:
            for path in PATHS:
                done = subprocess.run(
                    [ab, "-q", "-k", "-n", str(REQUESTS), "-c", str(AT_ONCE), "-H", "Accept-Encoding: gzip", address + path],
                    capture_output=True, text=True, check=False,
                )  # fmt: skip
                found = {name: re.search(rule, done.stdout) for name, rule in {
                    "second": r"Requests per second:\s+([\d.]+)", "ms": r"\n\s+99%\s+(\d+)", "bytes": r"Document Length:\s+(\d+)",
                    "failed": r"Failed requests:\s+(\d+)"}.items()}  # fmt: skip
                if done.returncode or not all(found.values()) or "Non-2xx" in done.stdout:
                    print(f"{path}: {done.stdout}{done.stderr}", file=sys.stderr)
                    return 1
                said = {name: match[1] for name, match in found.items() if match}
                print(f"  {path}: {float(said['second']):,.0f} a second, 99 % within {said['ms']} ms, {said['bytes']} bytes, failed: {said['failed']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
