"""Draws what a program wrote to a terminal (standard input, with its escape sequences) as an SVG picture (standard output)."""

import re
import sys
from html import escape

CELL_WIDTH, LINE_HEIGHT, MARGIN = 8.4, 20, 20
BACKGROUND, FOREGROUND = "#1b1f27", "#d8dee9"
NAMES = ["black", "maroon", "green", "olive", "navy", "purple", "teal", "silver", "grey", "red", "lime", "yellow", "blue", "fuchsia", "aqua", "white"]
# Softer than the names say, and readable on the background.
COLOURS = dict(
    zip(
        NAMES,
        "#3b4252 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #d8dee9 #7f848e #f0717a #98c379 #e5c07b #61afef #c678dd #56b6c2 #ffffff".split(),
    )
)
# Dark enough for white letters.
PAPERS = {9: "#c4303f"}


def colour(number):
    """One of the 256 colours of a terminal."""
    if number < 16:
        return COLOURS[NAMES[number]]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    levels = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#" + "".join(f"{levels[part]:02x}" for part in (number // 36, number // 6 % 6, number % 6))


def styled(style, codes):
    """The style after a sequence of codes."""
    codes = [int(code or 0) for code in codes.split(";")]
    while codes:
        code = codes.pop(0)
        if code == 0:
            style = {}
        elif code == 1:
            style = {**style, "bold": True}
        elif code in (38, 48) and codes[:1] == [5]:
            style = {**style, **({"ink": colour(codes[1])} if code == 38 else {"paper": PAPERS.get(codes[1]) or colour(codes[1])})}
            codes = codes[2:]
        elif code // 10 in (3, 9) and code % 10 < 8:
            style = {**style, "ink": colour(code % 10 + (8 if code >= 90 else 0))}
    return style


def runs(line, style):
    """The pieces of a line: column, text, style."""
    column, pieces = 0, []
    for text, codes in re.findall(r"([^\x1b]+)|\x1b\[([0-9;]*)m", line):
        if text:
            pieces.append((column, text, style))
            column += len(text)
        else:
            style = styled(style, codes)
    return pieces, style


def draw(lines):
    """The picture."""
    style, columns, body = {}, 0, []
    for row, line in enumerate(lines):
        pieces, style = runs(line, style)
        top = MARGIN + row * LINE_HEIGHT
        for column, text, look in pieces:
            left, width = MARGIN + column * CELL_WIDTH, len(text) * CELL_WIDTH
            columns = max(columns, column + len(text.rstrip()))
            if "paper" in look:
                body.append(f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{LINE_HEIGHT}" fill="{look["paper"]}"/>')
            # Word by word, so that columns stay in line whatever font the reader has, and however it treats spaces.
            for word in re.finditer(r"\S+", text):
                weight = ' font-weight="bold"' if look.get("bold") else ""
                body.append(
                    f'<text x="{left + word.start() * CELL_WIDTH:.1f}" y="{top + 15}" textLength="{len(word[0]) * CELL_WIDTH:.1f}"'
                    f' lengthAdjust="spacingAndGlyphs" fill="{look.get("ink", FOREGROUND)}"{weight}>{escape(word[0])}</text>'
                )
    width, height = round(2 * MARGIN + columns * CELL_WIDTH), 2 * MARGIN + len(lines) * LINE_HEIGHT
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            ' font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="14">',
            f'<rect width="{width}" height="{height}" rx="8" fill="{BACKGROUND}"/>',
            *body,
            "</svg>",
        ]
    )


shown = sys.stdin.read().replace("\r\n", "\n")
# What is no colour moves the cursor or sets up the keyboard, and leaves nothing to see.
shown = re.sub(r"\x1b(?:\[[0-9;?]*[A-Za-ln-z]|[=>])", "", shown)
print(draw(shown.strip("\n").split("\n")))
