"""A picture for each page, shown where its address is shared (the words beside it: theme/main.html)."""

import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)  # what the networks that show such cards ask for
PAPER, INK, ACCENT = "#ffffff", "#24292f", "#4051b5"


def on_post_page(output, page, config):
    if config.site_url:  # a card is found by its whole address
        card = Path(config.site_dir, page.url, "card.png")
        card.parent.mkdir(parents=True, exist_ok=True)
        draw(page.title, page.parent.title, config.site_name).save(card)
    return output


def draw(title: str, section: str, site: str) -> Image.Image:
    """A card in Pillow's own font, which has no en dash."""
    card = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(card)

    def write(height: int, text: str, colour: str, size: int) -> None:
        pen.multiline_text((96, height), text.replace("–", "-"), colour, ImageFont.load_default(size), spacing=18)

    pen.rectangle((0, 0, 28, SIZE[1]), ACCENT)
    write(80, section, ACCENT, 40)
    write(160, textwrap.fill(title, 25), INK, 78)
    write(530, f"{site}: every block executed, every number computed or cited", INK, 34)
    return card.quantize(16)
