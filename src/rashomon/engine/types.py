"""What an engine is given: pure functions of bytes at the top of a module, so that any process can find them."""

from collections.abc import Callable

Fn = Callable[[bytes], bytes]
Split = Callable[[bytes, bytes, int], list[bytes]]  # a kept item, its note, the number of tasks -> a part a task
Gather = Callable[[bytes, list[bytes]], bytes]  # a task, its parts of all items -> the result
