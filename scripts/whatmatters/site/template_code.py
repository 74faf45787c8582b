"""Templates as code: turned into it once, by this process or by one before it.

Jinja makes Python code of each template, which takes a thirtieth of a build. The package's own templates never change
but with the program, so their code is kept where Python keeps that of modules, in `__pycache__`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..files.writing import write

#: How many bytes the seal before the code has.
_SEAL = hashlib.sha256().digest_size


class Compiled(BytecodeCache):
    """The code of templates, shared by environments of one process and of those that it is divided into."""

    def __init__(self) -> None:
        self._code: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of the same source, if there is any."""
        source, code = self._code.get(bucket.key, ("", None))
        bucket.code = code if source == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it in place of what the template was before."""
        self._code[bucket.key] = bucket.checksum, bucket.code


class Kept(Compiled):
    """The same, kept on disk too for environments that are all set up alike.

    A file is sealed with a hash of its code and of all that the code depends on: one that was damaged, or comes from
    another template, version or setting, is as good as none. One that cannot be written costs the next process time.
    """

    def __init__(self, templates: Path, settings: dict[str, object]) -> None:
        super().__init__()
        # Beside their folder: whoever lists templates would find one in it.
        self._folder = Path(importlib.util.cache_from_source(f"{templates}.py")).parent
        self._made_by = repr((jinja2.__version__, importlib.util.MAGIC_NUMBER, sys.version, sorted(settings.items())))

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of the same source, from this process or from disk."""
        super().load_bytecode(bucket)
        if bucket.code is None and (code := self._read(bucket)) is not None:
            bucket.code = code
            super().dump_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it here and, where Python may keep code at all, on disk."""
        super().dump_bytecode(bucket)
        if not sys.dont_write_bytecode:
            code = marshal.dumps(bucket.code)
            with suppress(OSError):
                write(self._file(bucket), self._seal(bucket, code) + code)

    def _read(self, bucket: Bucket) -> CodeType | None:
        try:
            held = self._file(bucket).read_bytes()
        except OSError:
            return None
        seal, code = held[:_SEAL], held[_SEAL:]
        # Damaged byte code could do anything: nothing is made of it before the seal was looked at.
        if seal != self._seal(bucket, code):
            return None
        made: CodeType = marshal.loads(code)
        return made

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}.jinja"

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        depends_on = f"{self._made_by} {bucket.key} {bucket.checksum} "
        return hashlib.sha256(depends_on.encode() + code).digest()
