"""Print every figure of docs/accuracy.md; `--write` puts them there.

python benchmarks/accuracy/run.py [--only layers ...] [--write]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from accuracy import entities, gold, pairs, published, recognizers, sturdy
from accuracy.shared import run_sections

SECTIONS = {
    "layers": gold.section_layers,
    "intervals": gold.section_intervals,
    "phenomena": gold.section_phenomena,
    "entities": entities.section,
    "published": published.section,
    "recognizers": recognizers.section,
    "pairs": pairs.section,
    "sturdy": sturdy.section,
}


def main() -> None:
    """Measure what is asked for; what needs data that is not here says so and is left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=[])
    parser.add_argument("--write", action="store_true", help="put the figures into docs/accuracy.md")
    parser.add_argument("--errors", choices=("dev", "test"), help="print the errors on one half of our gold, nothing else")
    options = parser.parse_args()
    if options.errors:
        print(gold.errors(options.errors))
        return
    run_sections(SECTIONS, options.only, write=options.write)


if __name__ == "__main__":
    main()
