"""The last step of `make demo`: opens the window on the sample store, if there is a display."""

import os
import subprocess
import sys

if (
    os.name == "nt"
    or sys.platform == "darwin"
    or os.environ.get("DISPLAY")
    or os.environ.get("WAYLAND_DISPLAY")
):
    raise SystemExit(subprocess.call([sys.executable, "-m", "lifestory", sys.argv[1]]))  # noqa: S603
sys.stdout.write("There is no display here, so the window stays closed.\n")
