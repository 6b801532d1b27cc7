"""An evaluation as text for a terminal, and as one HTML page."""

from __future__ import annotations

from html import escape

from recoupe.evaluate.result import Evaluation, Figure, layer_of

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --bad: #b3261e; --good: #1b7f3b }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
td.n { text-align: right; font-variant-numeric: tabular-nums }
.down { color: var(--bad) } .up { color: var(--good) }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #81c995 } }
"""


def as_text(evaluation: Evaluation, *, errors: int = 0) -> str:
    """The table of figures; `errors` of them with their words (0 = none)."""
    lines = [f"gold {evaluation.digest}: {evaluation.stories} stories, {evaluation.reports} reports", ""]
    lines += [f"{'metric':38} {'hits':>7} {'of':>6}  ratio  95 % interval"]
    layer = ""
    for f in evaluation.figures:
        if f.layer != layer:
            layer = f.layer
            lines.append("")
        lines.append(_line(f))
    for given, figures in evaluation.blame:
        lines += ["", f"given {given}:", *(_line(f) for f in figures)]
    if evaluation.phenomena:
        lines += ["", "by phenomenon:", *(_line(f) for f in evaluation.phenomena)]
    if errors and evaluation.errors:
        lines += ["", f"errors (first {min(errors, len(evaluation.errors))} of {len(evaluation.errors)}):"]
        lines += [f"  {e.unit} {layer_of(e)}: {e.words!r}: {e.note}" for e in evaluation.errors[:errors]]
    return "\n".join(lines) + "\n"


def _line(f: Figure) -> str:
    """A figure on one line."""
    change = f"  {f.change:+.3f}" if f.change else ""
    counts = "" if f.metric.endswith(".f1") else f"{f.hits:.6g}"
    of = "" if f.metric.endswith(".f1") else f"{f.out_of:.6g}"
    return f"{f.metric:38} {counts:>7} {of:>6}  {f.ratio:.3f}  {f.low:.2f}-{f.high:.2f}{change}"


def as_html(evaluation: Evaluation) -> str:
    """One self-contained page: figures, blame, phenomena, every error with its words."""
    head = f"{evaluation.stories} stories, {evaluation.reports} reports, gold {evaluation.digest}"
    parts = [_table("All layers, end to end", evaluation.figures)]
    parts += [_table(f"Given {given}", figures) for given, figures in evaluation.blame]
    if evaluation.phenomena:
        parts.append(_table("By phenomenon", evaluation.phenomena))
    rows = "".join(
        f"<tr><td>{escape(layer_of(e))}</td><td>{escape(e.unit)}</td><td>{escape(e.words)}</td><td>{escape(e.note)}</td></tr>"
        for e in evaluation.errors
    )
    errors = f"<h2>Errors ({len(evaluation.errors)})</h2><table><tr><th>layer<th>where<th>words<th>wrong</tr>{rows}</table>"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>recoupe evaluate</title><style>{_STYLE}</style><h1>recoupe evaluate</h1><p>{escape(head)}</p>"
        + "".join(parts)
        + errors
        + "</html>\n"
    )


def _table(title: str, figures: tuple[Figure, ...]) -> str:
    """Figures as a table with a heading."""
    rows = []
    for f in figures:
        change = ""
        if f.change:
            better = (f.change > 0) != (f.layer == "bad")
            change = f'<span class="{"up" if better else "down"}">{f.change:+.3f}</span>'
        rows.append(
            f'<tr><td>{escape(f.metric)}</td><td class="n">{f.hits:.6g} / {f.out_of:.6g}</td><td class="n">{f.ratio:.3f}</td>'
            f'<td class="n">{f.low:.2f}–{f.high:.2f}</td><td class="n">{change}</td></tr>'
        )
    header = "<tr><th>metric<th>hits<th>ratio<th>95 % interval<th>change</tr>"
    return f"<h2>{escape(title)}</h2><table>{header}{''.join(rows)}</table>"
