"""Work side by side ends with who asked for it."""

import pytest

from tests.tools.editors import PROCESSES
from tests.tools.swaps import wait_in_workers


def test_workers_end_when_the_process_that_started_them_is_killed() -> None:
    """Else they would keep the lock of a site, and its next builds away."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=wait_in_workers, args=(there,))
    process.start()
    there.close()
    with here:
        assert [here.recv(), here.recv()] == ["hier", "hier"]
        process.kill()
        process.join()
        with pytest.raises(EOFError):  # Nobody is left who could tell more.
            here.recv()
