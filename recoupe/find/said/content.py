"""What is said: the words that a cue governs, as pieces of the report's text."""

from __future__ import annotations

from recoupe.find.said.adverbials import OTHER_LINKS, WEEKDAYS, past_date, skip_adverbials
from recoupe.find.said.cueing import Hit
from recoupe.find.said.page import Page
from recoupe.find.who.nounphrases import TIMES
from recoupe.parse.document import Parsed, Word

QUE = frozenset(("que", "qu'", "qu"))  # "qu' «": the tokeniser cuts the apostrophe off before a space


def clause_end(page: Page, hit: Hit, child: int | None, start_word: int, *, whole: bool = False) -> int:
    """First word after the content that begins at `start_word`: the clause's last word, or where another cue takes over.

    `whole` = it must be a clause, with a verb of its own.
    """
    parsed, words = page.parsed, page.parsed.words
    sentence = parsed.sentences[words[hit.word].sent]
    end = sentence.last
    if child is not None and parsed.right[child] + 1 > start_word:
        end = min(end, parsed.right[child] + 1)
        if end > start_word + 1 and words[end - 1].text in ",;:–—":
            end -= 1  # the parser hung the comma of what follows on the clause: "un guichet commun, | afin de ..."
        rest = [w for w in words[end : sentence.last] if w.pos != "PUNCT"]
        if rest and (_verbless(words, start_word, end) and whole or not _goes_elsewhere(parsed, hit, end, sentence.last)):
            end = sentence.last
    return _cut(page, hit, start_word, _before_main(page, hit, start_word, end))


def _before_main(page: Page, hit: Hit, start: int, end: int) -> int:
    """ "Alors que X explique que la route est sûre, | Y révèle": it ends before the subject of the verb it hangs on."""
    parsed, words = page.parsed, page.parsed.words
    if (told := _main_cue(page, hit, start, end)) > start:
        return told
    main = words[hit.word].head
    if not words[hit.word].dep.startswith("advcl") or not hit.last < main or not start < main < end:
        return end
    firsts = [parsed.left[k.i] for k in parsed.kids(main, "nsubj", "expl:subj") if start < k.i < main]
    stop = min((k for k in firsts if k > start), default=-1)
    return stop - 1 if stop > start + 1 and words[stop - 1].text == "," else end


_OPENING = frozenset(("alors", "tandis", "si", "s'", "lorsque", "quand", "après", "bien", "pendant"))


def _main_cue(page: Page, hit: Hit, start: int, end: int) -> int:
    """The comma before the next cue and its subject, where this one stands in a clause that opens its sentence; -1 without."""
    words = page.parsed.words
    floor = page.parsed.sentences[words[hit.word].sent].first
    if words[floor].lower not in _OPENING:
        return -1
    for other in page.by_sentence.get(words[hit.word].sent, ()):
        comma = next((k for k in range(other.first - 1, start, -1) if words[k].text == ","), -1)
        if not start < other.first < end or other.form != "finite" or other.clitic >= 0 or comma < 0:
            continue
        between = words[comma + 1 : other.first]
        if between and between[0].pos in ("DET", "PROPN", "PRON") and any(w.dep.startswith("nsubj") for w in between):
            return comma
    return -1


def stretch(page: Page, hit: Hit, first: int, end: int, *, commas: bool) -> int:
    """Take in the complements that the parser hung too high ("sa résistance à la pression, au chantage")."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    stop = _before_main(page, hit, first, _cut(page, hit, first, limit))
    while end < stop:
        word = words[end]
        nxt = words[end + 1] if end + 1 < limit else word
        if word.text in ",–—" and page.quote_at(word.start) < 0:
            index = page.quote_at(nxt.start) if word.text == "," else -1
            if index >= 0 and page.quotes[index].start == nxt.start and nxt.pos == "PUNCT":
                end = parsed.at(page.quotes[index].start, page.quotes[index].end)[-1] + 1
                continue
            if (
                not commas
                or nxt.pos in ("SCONJ", "PRON", "PUNCT")
                or nxt.lower in ("selon", "alors", "tandis", "mais", "d'après", "dont", "après")
            ):
                break
            if nxt.feat("VerbForm") == "Fin" or nxt.pos == "CCONJ" and _verbal(words, end + 2, limit):
                break
        elif word.text in ";:.!?()" and page.quote_at(word.start) < 0:
            break
        elif word.pos == "CCONJ" and _verbal(words, end + 1, limit):
            break
        elif word.pos == "SCONJ" and not commas or word.lower in ("selon", "lors", "alors", "tandis", "lorsque", "lorsqu'"):
            break
        elif word.feat("VerbForm") == "Fin" and not commas:
            break
        end += 1
    return end


def _verbal(words: tuple[Word, ...], at: int, limit: int) -> bool:
    """Does a finite verb with no subject of its own start here: "et s'est engagé", "mais nie"?"""
    while at < limit and (
        words[at].lower in ("ne", "n'", "se", "s'", "l'", "le", "la", "les", "lui", "leur", "y", "en") or words[at].pos == "ADV"
    ):
        at += 1
    return at < limit and words[at].pos in ("VERB", "AUX") and words[at].feat("VerbForm") in ("Fin", "Part", None)


def _verbless(words: tuple[Word, ...], start: int, end: int) -> bool:
    return not any(w.feat("VerbForm") == "Fin" for w in words[start:end])


def _goes_elsewhere(parsed: Parsed, hit: Hit, end: int, limit: int) -> bool:
    """After the clause: a comma, "et" + verb, a word that hangs on the cue itself. Else the parser broke off too early."""
    word = parsed.words[end]
    if word.text in ";:":
        return True
    if word.text in ",–—" or word.pos in ("CCONJ", "PUNCT"):
        return any(w.head in (hit.word, parsed.words[hit.word].head) and w.pos != "PUNCT" for w in parsed.words[end:limit])
    return False


def _cut(page: Page, hit: Hit, start: int, end: int) -> int:
    """Stop before ", ajoutant que" and before an inserted ", a-t-il dit,"."""
    words = page.parsed.words
    for other in page.by_sentence.get(words[hit.word].sent, ()):
        if other.first <= max(start, hit.word) or other.first >= end or page.quote_at(words[other.word].start) >= 0:
            continue
        k = other.first - 1
        while k > start and words[k].lower in ("en", "tout", "et", "mais", "puis", "comme"):
            k -= 1
        comma = words[k].text in ',»”"–—'
        joined = words[other.first - 1].lower in ("et", "mais", "puis") and words[other.word].head == hit.word
        if joined or (comma and (other.form == "participle" or other.clitic >= 0)):
            end = k if words[k].text in ",–—" else k + 1
            break
    for k in range(start + 1, end - 1):
        if (
            words[k].text == ","
            and words[k + 1].lower in ("selon", "d'après")
            and page.quote_at(words[k].start) < 0
            and words[k + 2].pos != "PRON"
        ):
            if not any(w.text == "," for w in words[k + 2 : end]):
                return k  # ", selon l'agence X" at the end is the report's source, not the speaker's
    return end


def que_clause(page: Page, hit: Hit) -> tuple[int, int] | None:
    """Words [first, last) of the clause after "que"."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    for child in parsed.kids(hit.word, "ccomp", "xcomp", "advcl", "obj", "conj", "acl", "parataxis", "dep"):
        if child.i <= hit.last:
            continue
        mark = next((w for w in parsed.kids(child.i, "mark") if w.lower in QUE and hit.last < w.i <= child.i), None)
        if mark is not None and page.quote_at(mark.start) != page.quote_at(words[hit.word].start):
            continue
        if mark is not None and child.dep.split(":")[0] in ("ccomp", "xcomp", "advcl", "parataxis"):
            before = words[mark.i - 1]
            if before.lower in OTHER_LINKS:
                continue
            nearer = (h for h in page.by_sentence.get(words[hit.word].sent, ()) if hit.last < h.word < mark.i)
            if any("que" in h.cue.frames and page.quote_at(words[h.word].start) < 0 for h in nearer):
                continue  # "recommandait de rester chez soi, avant d'annoncer que"
            over = skip_adverbials(parsed, hit.last + 1, limit)
            if before.text == "," and over < mark.i and words[over].pos == "DET" and "X" not in hit.cue.frames:
                continue  # "maintient sa réponse, qu'il juge claire": a relative
            first = _after_que(parsed, mark.i, limit)
            return first, clause_end(page, hit, child.i, first, whole=True)
    at = skip_adverbials(parsed, hit.last + 1, limit)
    if "X" in hit.cue.frames:  # "informer les habitants que": over the one who is told
        while at < min(limit, hit.last + 9) and words[at].pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP"):
            at += 1
    if at < limit and words[at - 1].lower in OTHER_LINKS:
        return None
    if at < limit - 1 and words[at].lower in QUE and page.quote_at(words[at].start) == page.quote_at(words[hit.word].start):
        child_index = words[at].head if words[at].head > at else None
        first = _after_que(parsed, at, limit)
        return first, clause_end(page, hit, child_index if child_index != hit.word else None, first, whole=True)
    return None


def _after_que(parsed: Parsed, at: int, limit: int) -> int:
    """The word after "que", over the apostrophe that a space left alone."""
    return at + 2 if parsed.words[at].lower == "qu" and at + 1 < limit and parsed.words[at + 1].text in "'’" else at + 1


def infinitive(page: Page, hit: Hit, marks: tuple[str, ...], start: int | None = None) -> tuple[int, int] | None:
    """Words [first, last) of the infinitive after one of `marks` ("de", "à"; "" = none), searched from `start`."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    at = hit.last + 1 if start is None else start
    wide = start is not None
    if "" in marks:
        k = skip_adverbials(parsed, at, limit)
        if k < min(limit, at + 30) and (found := _infinitive_at(words, k, limit)):
            return k, stretch(page, hit, k, clause_end(page, hit, found, k), commas=True)
        return None
    for k in range(at, min(limit, at + (30 if wide else 14))):
        word = words[k]
        if (
            word.text in ";:"
            or word.lower in ("que", "qu'", "qui")
            or (word.pos in ("VERB", "AUX") and word.feat("VerbForm") == "Fin")
        ):
            return None
        if words[min(k + 1, limit - 1)].lower in ("partir", "compter") and words[min(k + 2, limit - 1)].lower in (
            "de",
            "du",
            "d'",
        ):
            continue  # "à partir du 5 décembre"
        if word.lower in marks and words[k - 1].lower in _PURPOSES:
            return None  # "préconise un numéro unique afin de limiter les appels"
        if word.lower in marks and (found := _infinitive_at(words, k + 1, limit)):
            if (
                marks == ("pour",)
                and words[found].lower == words[found].lemma
                and words[found - 1].lemma not in ("avoir", "être")
            ):
                return None  # "pour devenir": a purpose, not a reproach
            return k + 1, stretch(page, hit, k + 1, clause_end(page, hit, found, k + 1), commas=True)
    return None


_PURPOSES = frozenset("afin avant lieu but loin façon manière faute".split())


def _infinitive_at(words: tuple[Word, ...], k: int, limit: int) -> int | None:
    """The head of an infinitive that starts here, over "ne pas", clitics and its auxiliary."""
    first = k
    while k < min(limit, first + 6):
        word = words[k]
        if word.feat("VerbForm") == "Inf" or (word.pos in ("VERB", "AUX") and word.lower == word.lemma.lower()):
            if word.pos == "AUX" or word.lemma in ("avoir", "être"):
                return word.head if word.head > k and words[word.head].sent == word.sent else k
            return k
        if (
            word.pos in ("PRON", "ADV")
            or word.text in '«“"'
            or word.lower in ("ne", "n'", "pas", "le", "la", "les", "l'", "se", "s'", "y", "en")
        ):
            k += 1
            continue
        return None
    return None


def noun_phrase(page: Page, hit: Hit, after: int | None = None) -> tuple[int, int] | None:
    """Words [first, last) of the object: its whole phrase with complements."""
    parsed, words = page.parsed, page.parsed.words
    limit = parsed.sentences[words[hit.word].sent].last
    at = after
    if at is None:
        child = next(
            (
                w
                for w in parsed.kids(hit.word, "obj", "nsubj:pass")
                if w.i > hit.last and w.pos in ("NOUN", "PROPN", "PRON", "NUM") and not _when(parsed, w)
            ),
            None,
        )
        if child is not None and child.lower not in ("que", "qu'", "ce"):
            first = past_date(words, max(parsed.left[child.i], hit.last + 1), child.i)
            if words[first].pos in ("VERB", "AUX", "SCONJ", "PRON", "PUNCT") and words[first].text not in '«“"':
                return None
            return first, stretch(page, hit, first, clause_end(page, hit, child.i, first), commas=False)
        at = skip_adverbials(parsed, hit.last + 1, limit)
    k = at
    while k < limit and (words[k].pos in ("DET", "ADJ", "NUM") or words[k].text in '«“"‘'):
        k += 1
    if k >= limit or words[k].pos not in ("NOUN", "PROPN") or (k == at and words[k].pos == "NOUN" and after is None):
        return None
    if _when(parsed, words[k]) and after is None:
        return None  # "pointaient en tête | la semaine dernière"
    head = k
    if words[k].head == k or parsed.right[k] < k:
        return at, stretch(page, hit, at, head + 1, commas=False)
    return at, stretch(page, hit, at, clause_end(page, hit, head, at), commas=False)


def _when(parsed: Parsed, word: Word) -> bool:
    """ "La semaine dernière", "lundi": a time, not what is said; "cinq ans" and "la fin des travaux" may be."""
    if word.lemma.lower() in WEEKDAYS:
        return True
    return word.lemma.lower() in TIMES and any(k.lemma.lower() in _POINTING for k in parsed.kids(word.i, "amod", "det"))


_POINTING = frozenset("dernier prochain passé suivant précédent même ce".split())


def after_dateline(page: Page, first: int, limit: int) -> int:
    """First word behind "23 mars 2017. –" or "PARIS (AFP) -" at the head of a sentence."""
    words = page.parsed.words
    for k in range(first + 1, min(limit, first + 10)):
        if words[k].feat("VerbForm") == "Fin" or page.quote_at(words[k].start) >= 0:
            return first
        clock = all(not any(c.isalpha() and c not in "hH" for c in w.text) for w in words[first:k])  # "12:30 |" of a live page
        if words[k].text in "–—-|" and (words[k - 1].text in ".)" or words[k - 1].text.isupper() or clock):
            return k + 1
    return first


def ends_with_quote(page: Page, char: int) -> int:
    """Index of the outer quotation that ends right before this character (over spaces, a comma, a stop); -1 if none does."""
    text = page.parsed.text
    k = char - 1
    while k >= 0 and (text[k].isspace() or text[k] in ",.-–—"):
        if text[k] == "\n" and char - k > 3:
            return -1
        k -= 1
    if k < 0:
        return -1
    index = page.quote_at(k)
    return index if index >= 0 and page.quotes[index].end == k + 1 and page.quotes[index].closed else -1
