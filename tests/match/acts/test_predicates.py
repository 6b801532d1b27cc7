"""What a report says of each thing, clause by clause."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.match.acts.predicates import clause_span
from recoupe.parse.document import Parsed


def test_of_a_long_clause_the_predicate_stands_alone(parse_many: Callable[[list[str]], list[Parsed]]) -> None:
    told = " et ".join(f"les habitants du hameau numéro {n}" for n in range(12))
    (parsed,) = parse_many([f"Selon {told} la digue a cédé."])
    word = next(w.i for w in parsed.words if w.lemma == "céder")
    span = clause_span(parsed, 1, word)
    assert parsed.text[span.start : span.end] == "cédé"
