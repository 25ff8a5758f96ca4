"""Keep published addresses alive: `python -m tools.anchors` adds those of the built site to tests/site/anchors.txt."""

import re
import tempfile
from pathlib import Path

from tools.visit import ROOT, build

PUBLISHED = ROOT / "tests" / "site" / "anchors.txt"
PLACE = re.compile(r'<(?:h[1-6]|div|span|a) [^>]*?\bid="([a-z][^":]*)"')
REDIRECT = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def anchors(site: Path) -> set[str]:
    """Every heading and block of every page, and every address that leads to another, as `page#place` from the site's root."""
    found = set()
    for file in site.rglob("index.html"):
        page = f"{file.parent.relative_to(site)}/".removeprefix("./")
        text = file.read_text(encoding="utf-8")
        target = REDIRECT.search(text)
        if target:
            text = (file.parent / target[1].partition("#")[0] / "index.html").read_text(encoding="utf-8")
        article = text.partition("<article")[2].partition("</article>")[0]
        found |= {page, *(f"{page}#{place}" for place in PLACE.findall(article))}
    return found


def published() -> set[str]:
    return set(PUBLISHED.read_text(encoding="utf-8").splitlines()) if PUBLISHED.exists() else set()


def main() -> None:
    with tempfile.TemporaryDirectory() as site:
        known, present = published(), anchors(build(Path(site)))
    PUBLISHED.write_text("\n".join(sorted(known | present)) + "\n", encoding="utf-8")
    print(f"{len(known | present)} places, {len(present - known)} of them new")


if __name__ == "__main__":
    main()
