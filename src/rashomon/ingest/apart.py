"""Readers written in C, in a process of their own: what crashes or hangs them costs one report, never the run.

An alarm cannot interrupt C ("<p a1 a2 … a300000>" keeps an HTML parser busy for minutes), and a page that draws itself
ends the process that reads it. So HTML, PDF and DOCX are taken apart by a helper process, one for each thread that
reads; it is started when first needed, killed when late, and replaced. It ends with its parent, whose pipe it reads.

Request: a line of JSON (``reader``, ``size``), then ``size`` bytes. Reply: a line of JSON, the fields of an `Extract`
or ``unreadable`` with a message.
"""

import contextlib
import faulthandler
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from importlib import import_module
from typing import BinaryIO

from rashomon.ingest.formats import Extract, UnreadableError

SECONDS = 30.0  # for one report
MEMORY = 3 << 30  # bytes of address space

_mine = threading.local()


def read(reader: str, data: bytes) -> Extract:
    """``rashomon.ingest.<reader>.read(data)``, elsewhere.

    Raises UnreadableError as that does, and where the helper died or took more than `SECONDS`.
    """
    helper: _Helper | None = getattr(_mine, "helper", None)
    if helper is None or helper.process.poll() is not None:
        helper = _mine.helper = _Helper()
    return helper.ask(reader, data)


class _Helper:
    def __init__(self) -> None:
        command = [sys.executable, "-P", "-m", __name__]  # -P: nothing is imported from the folder one stands in
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True
        )
        self.late = False

    def ask(self, reader: str, data: bytes) -> Extract:
        timer = threading.Timer(SECONDS, self._give_up)
        timer.daemon = True
        timer.start()
        try:
            line = self._exchange(reader, data)
        except BaseException:  # an answer that nobody waits for must not meet the next question
            self._end()
            raise
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self._end()
            why = f"took more than {SECONDS:.0f} seconds" if self.late else "the process that took it apart died"
            raise UnreadableError(why)
        reply = json.loads(line)
        if "unreadable" in reply:
            raise UnreadableError(reply["unreadable"])
        return Extract(**{**reply, "notes": tuple((code, detail) for code, detail in reply["notes"])})

    def _exchange(self, reader: str, data: bytes) -> bytes:
        """The line that answers, cut short where the helper died."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps({"reader": reader, "size": len(data)}).encode() + b"\n")
            self.process.stdin.write(data)
            self.process.stdin.flush()
        return self.process.stdout.readline()

    def _give_up(self) -> None:
        self.late = True
        self.process.kill()

    def _end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer until the parent closes its end."""
    while line := requests.readline():
        asked = json.loads(line)
        data = requests.read(asked["size"])
        with open(os.devnull, "w") as nowhere:
            faulthandler.dump_traceback_later(2 * SECONDS, exit=True, file=nowhere)  # nobody may be left to kill it
            reply = _reply(asked["reader"], data)
            faulthandler.cancel_dump_traceback_later()
        replies.write(json.dumps(reply).encode() + b"\n")
        replies.flush()


def _reply(reader: str, data: bytes) -> dict[str, object]:
    try:
        return asdict(import_module(f"rashomon.ingest.{reader}").read(data))
    except UnreadableError as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": "needs more memory than a reader may take"}
    except Exception as error:  # noqa: BLE001 - libraries raise what they like at broken input
        return {"unreadable": f"{type(error).__name__}: {error}"[:200].encode("utf-8", "replace").decode()}


def _bounded() -> None:
    """Bound this process's memory, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))


if __name__ == "__main__":
    _bounded()
    replies, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints must not come between
    serve(sys.stdin.buffer, replies)
