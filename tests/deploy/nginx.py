"""A real nginx with the shipped configuration, on a port of this machine."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.server_headers import DEPLOY
from whatmatters.bench.browser import free_port

#: Where Debian's package puts it, which is not on every user's way.
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
#: Types of files as the package has them.
TYPES = Path("/etc/nginx/mime.types")

#: What a system's nginx.conf says around the shipped file. All that is written goes into the folder.
AROUND = """daemon off;
{user}
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  sendfile on;
  include whatmatters/whatmatters.conf;
}}
"""


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site by the files of `deploy/nginx`, changed only where they say that they are to be; its address."""
    assert NGINX, "no nginx"
    port = free_port()
    shutil.copytree(DEPLOY / "nginx", folder / "whatmatters")
    shutil.copy(TYPES, folder)
    conf = folder / "whatmatters/whatmatters.conf"
    text = conf.read_text(encoding="utf-8")
    for old, new in (("listen 8080;", f"listen 127.0.0.1:{port};"), ("root /srv/whatmatters/current;", f"root {site};")):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    conf.write_text(text, encoding="utf-8")
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    running = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")])
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait(address, running)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=30)


def _wait(address: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert running.poll() is None, "nginx has ended: its configuration is wrong"
        try:
            urlopen(address).close()
            return
        except HTTPError:
            return
        except URLError:
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")
