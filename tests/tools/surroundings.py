"""What a machine and its user have set around a test run is left outside: a test is red by the code alone."""

import atexit
import os
import shutil
import sys
import tempfile
import time

OTHERS = (
    *("GIT_", "LC_", "SSH_", "PYTHON", "MKDOCS_", "UV_", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"),
    *("LANGUAGE", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "SOURCE_DATE_EPOCH", "FONTCONFIG_"),
    *("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "no_proxy", "NO_PROXY"),
)
"""Beginnings of the names of variables that change what programs do or say."""
OURS = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
UMASK = 0o022


def leave_outside() -> None:
    """Give this process, and all that it starts, the surroundings of these tests."""
    for name in [name for name in os.environ if name.startswith(OTHERS)]:
        del os.environ[name]
    os.environ.update(OURS)
    if "PYTEST_XDIST_WORKER" not in os.environ:  # Workers share the cache of the run that started them.
        os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)
    # For a format that no schema here has, `jsonschema` would take a second and a half to load this.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    sys.dont_write_bytecode = False  # Else each run compiles all tests anew, with their assertions.
    os.umask(UMASK)
    time.tzset()
