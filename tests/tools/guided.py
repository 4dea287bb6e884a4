"""Coverage-guided fuzzing of the readers: libFuzzer changes inputs so as to reach code that it has not seen.

atheris is no part of what `make` installs. In a throwaway environment that has it beside what the project needs:

    python -m tests.tools.guided yaml inputs/ -max_total_time=600 -timeout=10 -max_len=4096

What crashes, or takes longer, is written to the current folder. Mend what was wrong, and keep the input as a test.
"""

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["lrt_site", "markdown_it"]):
    from tests.tools.readers import READERS, beginnings


def main() -> None:
    """Fuzz one reader, with the options of libFuzzer."""
    name, folder, *_ = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(beginnings()[name]):
        (Path(folder) / f"begin-{number}").write_bytes(data)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], READERS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
