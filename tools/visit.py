"""What a first visit of a page costs: its transfer, and what Lighthouse says.

python -m tools.visit              build the site, run Lighthouse three times on a page of each kind, fail where a mark is missed
python -m tools.visit PAGE …       the same for these pages
python -m tools.visit all          once on every page, three times where the first run missed a mark
"""

import gzip
import http.server
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from tools.browser import chromium

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = "lighthouse@13.5.0"
RUNS = 3
SCORES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}  # at least, of 100
TIMES = {"total-blocking-time": 100, "cumulative-layout-shift": 0.001}  # at most, milliseconds and a share
SHOWN = ["first-contentful-paint", "largest-contentful-paint", *TIMES]
LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"')


def build(site: Path, **environment: str) -> Path:
    """Build the site strictly into a folder; what an environment says of its place goes by name."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site]  # --quiet would hide warnings
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, text=True, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return site


@cache  # a site is built once
def compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())


def weights(site: Path, page: str) -> dict[str, int]:
    """The compressed bytes of each file that a first visit transfers, pictures apart; the search's worker always starts."""
    folder = site / page.strip("/")
    document = folder / "index.html"
    linked = [folder / (sheet or script) for sheet, script in LINKED.findall(document.read_text(encoding="utf-8"))]
    always = [
        *site.rglob("*.woff2"),
        *site.glob("assets/javascripts/workers/search.*.js"),
        *site.glob("assets/images/favicon.png"),
    ]
    return {file.name: len(compressed(file.resolve())) for file in [document, *linked, *always]}


def addresses(site: Path) -> list[str]:
    """Every page, from the site's root; the home page is empty."""
    return sorted(f"{file.parent.relative_to(site)}/".removeprefix("./") for file in site.rglob("index.md"))


def samples(site: Path) -> list[str]:
    """The heaviest page of each kind, and the page in the middle."""
    pages = sorted(filter(None, addresses(site)), key=lambda page: (site / page / "index.html").stat().st_size)
    labs = [page for page in pages if page.startswith("labs/")]
    doors = [page for page in pages if page.count("/") == 1]
    concepts = [page for page in pages if page not in labs + doors]
    return [doors[-1], labs[-1], concepts[len(concepts) // 2], concepts[-1]]


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as hosts do: compressed, and with its own page for what is not there."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        self.send_response(200 if file.exists() else 404)
        file = file if file.exists() else Path(self.directory, "404.html")
        plain = file.suffix in (".woff2", ".png")
        body = file.read_bytes() if plain else compressed(file)
        if not plain:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def lighthouse(address: str, report: Path) -> dict:
    """One run, on Lighthouse's phone."""
    done = subprocess.run(
        ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}",
         "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
        env=os.environ | {"CHROME_PATH": chromium()}, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"Lighthouse stopped on {address}: {done.stderr.strip()[-500:]}")
    return json.loads(report.read_text())


def judge(runs: list[dict]) -> tuple[str, list[str]]:
    """The medians as a line of the table, and the marks that they miss."""
    scores = {name: round(100 * statistics.median(run["categories"][name]["score"] for run in runs)) for name in SCORES}
    times = {name: statistics.median(run["audits"][name]["numericValue"] for run in runs) for name in SHOWN}
    missed = [f"{name} {scores[name]}, at least {least}" for name, least in SCORES.items() if scores[name] < least]
    missed += [f"{name} {times[name]:.3g}, at most {most}" for name, most in TIMES.items() if times[name] > most]
    return " ".join(f"{value:>8.4g}" for value in (*scores.values(), *times.values())), missed


def measure(address: str, folder: Path, at_least: int) -> tuple[str, list[str]]:
    """What some runs come to; three of them if the first misses a mark, since times vary."""
    runs = [lighthouse(address, folder / "report.json") for _ in range(at_least)]
    while judge(runs)[1] and len(runs) < RUNS:
        runs.append(lighthouse(address, folder / "report.json"))
    return judge(runs)


def main(pages: list[str]) -> int:
    if not shutil.which("npx") or not chromium():
        print("Lighthouse needs Node.js 22 and Chromium: install both, `npx` and `chromium` on the path")
        return 1
    problems = []
    with tempfile.TemporaryDirectory() as folder, served(Path(folder, "site")) as address:
        site = build(Path(folder, "site"), SITE_URL=f"{address}/")
        print(f"{'page':34} kB  perform.  access. practice      seo  FCP ms   LCP ms   TBT ms      CLS")
        every = pages == ["all"]
        if every:
            pages = addresses(site)
        for page in pages or ["", *samples(site)]:
            line, missed = measure(f"{address}/{page}", Path(folder), at_least=1 if every else RUNS)
            print(f"{page or 'home':34}{sum(weights(site, page).values()) / 1000:3.0f} {line}", flush=True)
            problems += [f"{page or 'home'}: {problem}" for problem in missed]
    print("\n".join(problems))
    return bool(problems)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
