"""Find the Chromium that the browser tests drive; `python -m tools.browser` installs one where there is none."""

import shutil
import subprocess
import sys
from pathlib import Path


def chromium() -> str | None:
    """The path of an installed Chromium, Debian's first, then Playwright's."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    if chromium():
        return 0
    print("no Chromium found: installing one for the browser tests", flush=True)
    if shutil.which("apt-get"):
        subprocess.run("apt-get update -qq && apt-get install -y -qq chromium", shell=True, check=False)
    if not chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not chromium():
        print("no Chromium: install the package `chromium`, or run `.venv/bin/playwright install chromium`")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
