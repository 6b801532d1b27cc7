"""Quotations that a colon, a cue further off or a mere name gives to somebody: "X : « ... »", "« ... », X, maire."."""

from __future__ import annotations

from recoupe.find.said.continuation import machine_text
from recoupe.find.said.frames import sentence_like
from recoupe.find.said.nounsources import noun_speaker
from recoupe.find.said.page import Draft, Page, make_draft
from recoupe.find.said.speakers import speaker_of
from recoupe.find.said.subjects import subject_heads
from recoupe.find.who.attribution import Parties
from recoupe.find.who.nounphrases import is_pronoun
from recoupe.lang.cues import verb_cues


def find_introductions(page: Page, parties: Parties) -> None:
    """Quotations after a colon: their cue stands before it, or only a name does."""
    text, words, parsed = page.parsed.text, page.parsed.words, page.parsed
    for index, quote in enumerate(page.quotes):
        if index in page.claimed:
            continue
        k = quote.start - 1
        while k >= 0 and text[k].isspace():
            k -= 1
        if k < 0 or text[k] != ":":
            continue
        colon = parsed.at(k, k + 1)
        if not colon or words[colon[0]].text[-1:] != ":" or "\n" in text[k : quote.start].replace("\n", "", 2):
            continue
        _introduced(page, parties, index, colon[0])


def _introduced(page: Page, parties: Parties, index: int, colon: int) -> None:
    parsed, words = page.parsed, page.parsed.words
    quote = page.quotes[index]
    if machine_text(parsed.text[quote.inner_start : quote.inner_end]):
        return
    sentence = parsed.sentences[words[colon].sent]
    hits = [h for h in page.by_sentence.get(words[colon].sent, ()) if h.last < colon and page.quote_at(words[h.word].start) < 0]
    pieces = [(quote.inner_start, quote.inner_end)]
    for hit in reversed(hits):
        if hit.cue.name in ("vouloir", "aimer") or hit.form == "participle" and hit.first == sentence.first:
            continue  # "Jugeant X trop mou, elle s'emporte : ...": the main clause introduces
        if {"quote", "que", "de_N", "N"} & hit.cue.frames:
            heads = subject_heads(parsed, hit) or subject_heads(parsed, hit, follows=True)
            heads = heads if heads and parties.speaks(heads[0]) else ()
            page.add(make_draft(page, hit, pieces, "direct", heads))
            page.claimed.add(index)
            return
    whose = _whose_words(page, parties, sentence.first, colon)
    if whose is not None:
        page.add(Draft(pieces, "direct", "say", None, -1, whose[1], whose[0]))
        page.claimed.add(index)
        return
    heads = _colon_speaker(page, parties, sentence.first, colon)
    if heads and " " in parsed.text[quote.inner_start : quote.inner_end] and quote.mark != "'":
        page.add(Draft(pieces, "direct", "say", None, -1, heads))
        page.claimed.add(index)


_WORDING = frozenset(
    "parole mot message slogan devise réponse maxime phrase credo verdict constat conclusion explication".split()
)


def _whose_words(page: Page, parties: Parties, first: int, colon: int) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
    """ "Les mots du poète sont : « ... »", "Son message est clair : « ... »": whose words; None where it says no such thing."""
    words = page.parsed.words
    noun = next((w for w in words[first:colon] if w.pos == "NOUN" and w.lemma.lower() in _WORDING), None)
    if noun is None or not any(w.lemma == "être" for w in words[noun.i : colon]):
        return None
    speakers, heads = noun_speaker(page, parties, noun)
    return (speakers, heads) if heads else None


def _colon_speaker(page: Page, parties: Parties, first: int, colon: int) -> tuple[int, ...]:
    """ "Marie Dubourg : « ... »", "Sur Twitter, le ministre réagit : « ... »": the name, or the subject of the clause."""
    parsed, words = page.parsed, page.parsed.words
    stretch = words[first:colon]
    if [w.lower for w in stretch[:2]] in (["et", "d'"], ["et", "de"]):
        return ()  # "Et d'appeler les électeurs : « ... »": they are spoken to
    verb = next((w for w in stretch if w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin"), None)
    if verb is not None:
        root = next((w for w in stretch if w.head == w.i or not first <= w.head < colon), verb)
        subject = next((w.i for w in parsed.kids(root.i, "nsubj", "expl:subj") if w.i < colon and w.lower not in _EXPLETIVE), -1)
        if subject >= 0 and words[subject].lower in ("c'", "ce") and root.pos in ("PROPN", "NOUN"):
            subject = root.i  # "C'est Jean Morel qui a ouvert la séance : « ... »"
        if subject < 0:  # the parser took another word for the head of the clause
            acting = [w.i for w in stretch if w.dep.startswith("nsubj") and not words[w.head].dep.startswith("acl")]
            subject = acting[0] if len(acting) == 1 else -1
        return (subject,) if subject >= 0 and is_party(page, parties, subject) else ()
    names = [w for w in stretch if w.pos in ("PROPN", "NOUN", "PRON") and not w.dep.startswith("flat")]
    if not names or len(stretch) > 24:
        return ()
    free = [
        w for w in names if all(k.lower in _VOICING for k in parsed.kids(w.i, "case"))
    ]  # "fâché avec son club" names no speaker
    head = next((w.i for w in free if is_party(page, parties, w.i) and (w.pos == "PROPN" or w.i == names[0].i)), -1)
    return (head,) if head >= 0 else ()


_VOICING = frozenset(("pour", "selon", "d'", "après", "chez", "dixit"))  # prepositions before one who speaks


_EXPLETIVE = frozenset(("se", "s'", "que", "qu'", "dont"))


def is_party(page: Page, parties: Parties, head: int) -> bool:
    """A known actor or a proper name that may speak; a common noun only when the reports' actors list it."""
    mention = parties.mention_of(head)
    if mention is not None:
        actor = parties.actors.get(mention.actor)
        return actor is None or actor.kind != "place"
    word = page.parsed.words[head]
    return (
        is_pronoun(word)
        or word.pos == "PROPN"
        or any(k.pos == "PROPN" and k.i - head <= 8 for k in page.parsed.kids(head, "appos", "flat"))
    )


def find_trailing(page: Page, parties: Parties) -> None:
    """A quotation some way behind its cue: "a dit en conférence de presse, à propos de la grève, « ... »"."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        within = parsed.at(quote.start, quote.end)
        if index in page.claimed or len(within) < 6 or machine_text(parsed.text[quote.inner_start : quote.inner_end]):
            continue
        sent = words[within[0]].sent
        hits = [h for h in page.by_sentence.get(sent, ()) if h.last < within[0] and "quote" in h.cue.frames]
        if not hits or page.quote_at(words[hits[-1].word].start) >= 0:
            continue
        hit = hits[-1]
        between = words[hit.last + 1 : within[0]]
        if len(between) > 18 or any(w.feat("VerbForm") == "Fin" or w.text in ";:" or w.lower in ("que", "qu'") for w in between):
            continue
        heads = speaker_of(page, parties, hit)
        if (
            not heads
            or not parties.speaks(heads[0])
            or any(d.cue_word == hit.word for d in page.in_sentence(words[hit.word].sent))
        ):
            continue
        if not any(words[i].feat("VerbForm") == "Fin" for i in within):
            continue
        page.add(make_draft(page, hit, [(quote.inner_start, quote.inner_end)], "direct", heads))
        page.claimed.add(index)


def find_echoes(page: Page, parties: Parties) -> None:
    """ "Le pont fermera lundi. C'est ce qu'a annoncé la mairie": the sentence before is what is said."""
    parsed, words = page.parsed, page.parsed.words
    for hit in page.hits:
        sentence = parsed.sentences[words[hit.word].sent]
        lead = [w.lower for w in words[sentence.first : hit.first] if w.pos != "PUNCT"]
        what = next((k for k, lower in enumerate(lead[:9]) if lower == "ce" and lead[k + 1 : k + 2] in (["que"], ["qu'"])), -1)
        if what < 0 or lead[0] not in ("c'", "voilà") or hit.form != "finite" or "que" not in hit.cue.frames:
            continue
        number = words[hit.word].sent - 1
        heads = subject_heads(parsed, hit, follows=True) if len(lead) == what + 2 else subject_heads(parsed, hit)
        if (
            number < 0
            or not heads
            or not parties.speaks(heads[0])
            or any(d.cue_word == hit.word for d in page.in_sentence(number + 1))
        ):
            continue
        before = parsed.sentences[number]
        start, end = page.trim(before.start, before.end)
        if any(w.feat("VerbForm") == "Fin" for w in words[before.first : before.last]) and not page.quotes_in(start, end):
            page.add(make_draft(page, hit, [(start, end)], "indirect", heads))


# By form: the tagger takes "jugée" for an adjective.
_JUDGED = {"jugé": "juger", "qualifié": "qualifier", "estimé": "estimer", "considéré": "considérer", "dénoncé": "dénoncer"}
_JUDGED |= {"présenté": "annoncer", "décrit": "décrire", "critiqué": "critiquer", "évoqué": "évoquer", "salué": "saluer"}


def find_judged(page: Page, parties: Parties) -> None:
    """ "une réforme jugée « injuste » par le sénateur": a participle, the quotation, then who said it."""
    parsed, words = page.parsed, page.parsed.words
    table = verb_cues()
    for index, quote in enumerate(page.quotes):
        within = parsed.at(quote.start, quote.end)
        if index in page.claimed or not within or within[0] < 2 or within[-1] + 2 >= len(words):
            continue
        verb = within[0] - 1
        while verb > within[0] - 4 and (words[verb].lower in ("de", "d'", "comme", "être") or words[verb].pos in ("DET", "ADV")):
            verb -= 1
        par = within[-1] + 1
        if words[par].lower != "par":
            continue
        cue = table.get((_JUDGED.get(words[verb].lower.rstrip("es"), ""), "", False))
        head = next((k for k in range(par + 1, min(len(words), par + 5)) if words[k].pos in ("NOUN", "PROPN")), -1)
        if cue is None or head < 0 or words[head].sent != words[verb].sent or not parties.speaks(head):
            continue
        span = (words[verb].start, words[verb].end)
        page.add(Draft([(quote.start, quote.end)], "mixed", cue.act, span, verb, (head,)))
        page.claimed.add(index)


def find_signed(page: Page, parties: Parties) -> None:
    """A quotation in a box: its paragraph holds nothing else, the next one is a dash and a name ("— Ada, mathématicienne")."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        if index in page.claimed:
            continue
        line_end = parsed.text.find("\n", quote.end)
        if (
            line_end < 0
            or parsed.text[quote.end : line_end].strip(" \u00a0.")
            or parsed.text[: quote.start].rpartition("\n")[2].strip()
        ):
            continue
        following = parsed.text[line_end:].lstrip()
        if following[:1] not in ("—", "–", "-"):
            continue
        at = parsed.at(len(parsed.text) - len(following), len(parsed.text) - len(following) + 60)
        head = next((i for i in at if words[i].pos in ("PROPN", "NOUN")), -1)
        sentence = parsed.sentences[words[head].sent] if head >= 0 else None
        if sentence is None or any(w.feat("VerbForm") == "Fin" for w in words[sentence.first : sentence.last]):
            continue
        page.add(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", None, -1, (head,)))
        page.claimed.add(index)


def find_bare_names(page: Page, parties: Parties) -> None:
    """ "« ... », Jean Dupont, maire." and "« ... » (Jean Dupont)": after the quotation only a name until the stop."""
    parsed, words = page.parsed, page.parsed.words
    for index, quote in enumerate(page.quotes):
        if index in page.claimed or not quote.closed:
            continue
        if (person := _set_off(page, parties, index)) >= 0:
            page.add(Draft([(quote.start, quote.end)], "mixed", "say", None, -1, (person,)))
            page.claimed.add(index)
            continue
        within = parsed.at(quote.start, quote.end)
        if not within:
            continue
        sentence = parsed.sentences[words[within[-1]].sent]
        rest = list(words[within[-1] + 1 : sentence.last])
        if (
            len(rest) > 3
            and rest[0].text == ":"
            and not page.parsed.text[sentence.start : quote.start].strip()
            and sentence_like(page, index)
        ):
            _headed(page, parties, index, rest[1].i, sentence.last)
            continue
        if len(rest) < 2 or len(rest) > 16 or rest[0].text not in ",(–—":
            continue
        if any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in rest) or sentence.start < quote.start:
            continue
        head = next((w.i for w in rest if w.pos in ("PROPN", "NOUN")), -1)
        if head < 0 or words[head].pos != "PROPN" or not is_party(page, parties, head):
            continue
        page.add(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", None, -1, (head,)))
        page.claimed.add(index)


def _set_off(page: Page, parties: Parties, index: int) -> int:
    """ "La ministre, « estomaquée », ...": the person whom a quotation between commas follows; -1 if none."""
    quote, words, text = page.quotes[index], page.parsed.words, page.parsed.text
    within = page.parsed.at(quote.start, quote.end)
    if not within or within[0] < 2 or words[within[0] - 1].text != "," or text[quote.end : quote.end + 2].strip()[:1] != ",":
        return -1
    if words[within[0] - 1].sent != words[within[0]].sent or not text[quote.inner_start].islower():
        return -1
    mention = parties.covering.get(within[0] - 2)
    actor = parties.actors.get(mention.actor) if mention else None
    return within[0] - 2 if actor and actor.kind in ("person", "role", "group") else -1


def _known(parties: Parties, head: int) -> bool:
    """Somebody whom the report names or whose office it gives."""
    mention = parties.mention_of(head)
    actor = parties.actors.get(mention.actor) if mention else None
    return actor is not None and actor.kind in ("person", "role", "organisation")


def _headed(page: Page, parties: Parties, index: int, first: int, last: int) -> None:
    """ "« Je pars » : Paul Lestang quitte la mairie": the quotation comes first, the person acts behind the colon."""
    words, quote = page.parsed.words, page.quotes[index]
    subjects = [w.i for w in words[first:last] if w.dep.startswith("nsubj")]
    heads = (subjects[0],) if subjects and _known(parties, subjects[0]) else ()
    page.add(Draft([(quote.inner_start, quote.inner_end)], "direct", "say", None, -1, heads))
    page.claimed.add(index)
