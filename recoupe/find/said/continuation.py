"""Speech that goes on without a cue: the next quotation, the conditional after reported speech, first persons."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.find.said.frames import sentence_like
from recoupe.find.said.page import Draft, Page
from recoupe.find.who.attribution import Parties
from recoupe.types import Mention, Statement, make_id

_FIRST = frozenset("je j' me m' moi mon ma mes mien mienne miens miennes nous notre nos -je -nous -moi".split())
_POSSESSIVE = frozenset("mon ma mes notre nos".split())


def carry_on(page: Page, parties: Parties, drafts: list[Draft]) -> list[Draft]:
    """Add the quotations that no cue claims: of the last speaker when they follow at once, else of nobody known."""
    out = list(drafts)
    for index, quote in enumerate(page.quotes):
        if index in page.claimed or machine_text(page.parsed.text[quote.inner_start : quote.inner_end]):
            continue
        if _title_or_sense(page, index):
            continue
        bare = _stands_alone(page, index)
        draft = Draft([(quote.inner_start, quote.inner_end)], "direct", "say")
        if bare and _long_enough(page, index):
            before = None if _heading(page, index) else _before(page, out, quote.start)
            if before is not None:
                draft.speakers = before.speakers
            elif teller := (
                _just_told_of(page, parties, index) or _told_of_next(page, parties, index) or _told_by_next(page, drafts, index)
            ):
                draft.speakers = (teller,)
            out.append(draft)
        elif _behind_colon(page, index):
            draft.speakers = _meant(page, parties, out, index)
            out.append(draft)
        elif quote.continues and (before := _before(page, out, quote.start)) is not None:
            draft.speakers = before.speakers
            out.append(draft)
        elif not bare and page.parsed.text[: quote.start].rstrip()[-1:] != "(" and _speech_fragment(page, index):
            near = [
                d for d in out if d.cue and 0 <= quote.start - d.end < 40 and "\n" not in page.parsed.text[d.end : quote.start]
            ]
            between = page.parsed.text[near[-1].end : quote.start] if near else "."
            if not set(between) & set(".;:!?"):  # the quotation ends the clause that a cue reports
                near[-1].pieces[-1] = (near[-1].pieces[-1][0], quote.end)
                near[-1].mode = "mixed"
                continue
            draft.pieces, draft.mode = [(quote.start, quote.end)], "mixed"
            out.append(draft)
    return sorted(out, key=lambda d: (d.start, -d.end, d.cue or (0, 0)))


def machine_text(text: str) -> bool:
    """Addresses and code that a careless page left in the text."""
    word = text.strip(".!?…")
    return "//" in text or "_" in text or (" " not in text and "\u00a0" not in text and not word.isalpha()) or text[:1] in "{}<'"


# What stands before a name, a title or a meaning, not before speech.
_CALLING = frozenset(
    "signifier intituler baptiser surnommer dénommer nommer rebaptiser appeler titrer traduire désigner chanson roman slogan mot "
    "livre film émission série opération titre nom mention inscription hashtag label terme expression".split()
)


def _title_or_sense(page: Page, index: int) -> bool:
    """ "un livre intitulé « Je pars »", "le mot signifie « je pars »": a title, a meaning."""
    words = page.parsed.words
    within = page.parsed.at(page.quotes[index].start, page.quotes[index].start + 1)
    near = words[max(0, within[0] - 2) : within[0]] if within else ()
    return any(w.lemma.lower() in _CALLING and w.sent == words[within[0]].sent for w in near) and not any(
        w.text == ":" for w in near
    )


def _stands_alone(page: Page, index: int) -> bool:
    """Is the quotation a sentence by itself: nothing of the report's own words beside it?"""
    quote, text = page.quotes[index], page.parsed.text
    first, last = page.sentence_at(quote.inner_start), page.sentence_at(quote.inner_end - 1)
    if first is None or last is None:
        return False
    lead = text[first.start : quote.start].strip(" \u00a0\u202f-–—•") if first.start < quote.start else ""
    tail = text[quote.end : last.end].strip(" \u00a0\u202f.!?…,") if last.end > quote.end else ""
    return lead.rstrip(" ,:").lower() in ("", "et", "mais", "or", "car", "puis") and not tail


def _just_told_of(page: Page, parties: Parties, index: int) -> str | None:
    """ "Le nageur ne se cache pas. « Je voulais partir doucement. »": the subject of the sentence before, in one paragraph."""
    parsed, words = page.parsed, page.parsed.words
    quote = page.quotes[index]
    here = page.sentence_at(quote.inner_start)
    number = words[here.first].sent - 1 if here is not None else -1
    if here is None or number < 0 or parsed.sentences[number].paragraph != here.paragraph or _heading(page, index):
        return None
    before = parsed.sentences[number]
    if page.quote_at(words[before.last - 1].start) >= 0:
        return None
    subjects = [w for w in words[before.first : before.last] if w.dep.startswith("nsubj") and words[w.head].dep == "ROOT"]
    mention = parties.mention_of(subjects[0].i) if len(subjects) == 1 else None
    if not subjects:  # "Un nom que Paul Denis n'hésite pas à évoquer."
        near = (parties.covering.get(w.i) for w in words[before.first : before.last])
        names = {m.actor: m for m in near if m is not None and m.form == "name" and parties.actors[m.actor].kind == "person"}
        mention = next(iter(names.values())) if len(names) == 1 else None
    actor = parties.actors.get(mention.actor) if mention else None
    if actor is None or actor.kind not in ("person", "role"):
        return None
    others = {m.actor for i in parsed.at(before.start, before.end) if (m := parties.covering.get(i)) is not None}
    people = [a for a in others if a != actor.id and parties.actors[a].kind in ("person", "role")]
    spoken = any(words[i].lower in _I for i in parsed.at(quote.inner_start, quote.inner_end))
    return actor.id if spoken or not people else None


def _told_of_next(page: Page, parties: Parties, index: int) -> str | None:
    """ "« On se lavait à la rivière. » Odile Nolet, 88 ans, sourit encore": a voice, then its name."""
    parsed, words = page.parsed, page.parsed.words
    quote = page.quotes[index]
    within = parsed.at(quote.start, quote.end)
    here = parsed.sentences[words[within[0]].sent] if within else None
    if (
        here is None
        or parsed.text[: quote.start].rstrip(" \u00a0\u202f")[-1:] not in ("", "\n")
        or words[within[-1]].sent + 1 >= len(parsed.sentences)
    ):
        return None
    after = parsed.sentences[words[within[-1]].sent + 1]
    doubted = parsed.text[quote.end : quote.end + 2].strip()[:1] == "?"  # "« C'était mieux avant » ?": the report asks
    if not sentence_like(page, index) or after.paragraph != here.paragraph or doubted:
        return None
    if (worded := _worded_by(page, parties, after.first, after.last)) is not None:
        return worded
    subjects = [w for w in words[after.first : after.last] if w.dep.startswith("nsubj") and words[w.head].dep == "ROOT"]
    if not subjects:
        return None
    head = subjects[0].i
    if words[head].lemma.lower() in _WORDING:  # "Une phrase de Jean Dupont a suscité la colère"
        head = next((k.i for k in parsed.kids(head, "nmod") if k.pos == "PROPN" or parties.mention_of(k.i)), head)
    mention = parties.mention_of(head)
    actor = parties.actors.get(mention.actor) if mention and mention.form == "name" else None
    told = {h for d in page.in_sentence(words[after.first].sent) for h in d.heads}
    return (
        actor.id if actor is not None and actor.kind == "person" and told <= {head, mention.head if mention else head} else None
    )


def _told_by_next(page: Page, drafts: Sequence[Draft], index: int) -> str | None:
    """ "« Ils viendront. » Deux cents marches sont prévues, a dit le ministre": the voice of the whole sentence behind."""
    parsed, quote = page.parsed, page.quotes[index]
    here = page.sentence_at(quote.inner_end - 1)
    number = parsed.words[here.last - 1].sent + 1 if here else 0
    if (
        here is None
        or number >= len(parsed.sentences)
        or parsed.text[: quote.start].rstrip(" \u00a0\u202f")[-1:] not in ("", "\n")
    ):
        return None
    after = parsed.sentences[number]
    if after.paragraph != here.paragraph or not sentence_like(page, index):
        return None
    found = [d for d in drafts if d.cue and after.start <= d.start and d.end <= d.cue[0] < after.end and len(d.speakers) == 1]
    whole = [d for d in found if d.start <= after.start + 2]
    return whole[0].speakers[0] if len(whole) == 1 else None


def _worded_by(page: Page, parties: Parties, first: int, last: int) -> str | None:
    """ "Des propos tenus par Paul Denis", "Ces mots sont de Marie Dubourg": the person behind "par" or "de", near the wording."""
    words = page.parsed.words
    noun = next((k for k in range(first, min(last, first + 4)) if words[k].pos == "NOUN"), -1)
    if noun < 0 or words[noun].lemma.lower() not in _WORDING:
        return None
    for k in range(noun + 1, min(last - 1, noun + 6)):
        mention = parties.covering.get(k + 1)
        if words[k].lower in ("par", "de", "d'") and mention is not None and mention.form == "name":
            return mention.actor if parties.actors[mention.actor].kind == "person" else None
    return None


_WORDING = frozenset("phrase mot propos déclaration parole réponse réplique sortie formule tirade confidence aveu".split())


_I = frozenset("je j' me m' moi mon ma mes -je".split())


def _behind_colon(page: Page, index: int) -> bool:
    """A whole sentence of speech that ends the report's own clause: "Le constat est amer : « On nous oublie. »"."""
    quote, text = page.quotes[index], page.parsed.text
    lead, last = text[: quote.start].rstrip(), page.sentence_at(quote.inner_end - 1)
    if not lead.endswith(":") or last is None or text[quote.end : last.end].strip(" \u00a0\u202f.!?…,"):
        return False
    return sentence_like(page, index) and _long_enough(page, index)


def _meant(page: Page, parties: Parties, drafts: Sequence[Draft], index: int) -> tuple[str, ...]:
    """The last speaker, when the clause before the colon takes him up by a pronoun and names nobody else."""
    before = _before(page, drafts, page.quotes[index].start)
    sentence = page.sentence_at(page.quotes[index].start)
    if before is None or sentence is None or len(before.speakers) != 1:
        return ()
    lead = page.parsed.at(sentence.start, page.quotes[index].start)
    told = {m.actor: m.form for i in lead if (m := parties.covering.get(i)) is not None}
    return before.speakers if set(told) == set(before.speakers) else ()


def _heading(page: Page, index: int) -> bool:
    """A paragraph of its own without a final stop: a headline made of somebody's words, whose is not said."""
    quote, text = page.quotes[index], page.parsed.text
    left = text.rfind("\n", 0, quote.start) + 1
    right = text.find("\n", quote.end)
    right = right if right >= 0 else len(text)
    alone = not text[left : quote.start].strip() and not text[quote.end : right].strip()
    return alone and text[quote.inner_end - 1] not in ".!?…" and quote.inner_end - quote.inner_start < 90


def _long_enough(page: Page, index: int) -> bool:
    """A sentence, not a title: a verb, or many words."""
    quote = page.quotes[index]
    words = [page.parsed.words[i] for i in page.parsed.at(quote.inner_start, quote.inner_end)]
    finite = any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in words)
    return (finite and len(words) >= 3) or len(words) >= 8


def _speech_fragment(page: Page, index: int) -> bool:
    """A piece of speech inside the report's sentence, with its own verb: no title, nickname or scare quote."""
    quote = page.quotes[index]
    words = [page.parsed.words[i] for i in page.parsed.at(quote.inner_start, quote.inner_end)]
    if len(words) < 5 or sum(w.pos == "PROPN" for w in words) * 2 > len(words):
        return False
    finite = any(w.pos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin" for w in words)
    return finite and (words[0].text[:1].islower() or any(w.lower in _FIRST for w in words))


def _before(page: Page, drafts: Sequence[Draft], start: int) -> Draft | None:
    """The statement that ends right before: in the same sentence, the one before it, or the paragraph before."""
    sentence = page.sentence_at(start)
    if sentence is None:
        return None
    earlier = [d for d in drafts if d.start < start]
    if not earlier:
        return None
    last = max(earlier, key=lambda d: (max(d.end, d.cue[1] if d.cue else 0), d.start))
    end = max(last.end, last.cue[1] if last.cue else 0)
    at = page.sentence_at(max(0, end - 1))
    if at is None or not last.speakers:
        return None
    number, mine = page.parsed.words[at.first].sent, page.parsed.words[sentence.first].sent
    if sentence.paragraph != at.paragraph and last.cue_word >= 0 and page.parsed.words[last.cue_word].dep.startswith("acl"):
        return None  # "..., qui demandait ...": the paragraph was about somebody else
    if sentence.paragraph != at.paragraph and last.mode != "direct":
        return None  # a quotation that opens its paragraph goes on with a quotation, not with the report's own words
    return last if mine - number <= 1 and sentence.paragraph - at.paragraph <= 1 else None


def free_speech(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Add sentences in the conditional right behind reported speech on the same thing: the same speaker goes on."""
    parsed, out = page.parsed, list(drafts)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        words = parsed.at(draft.start, draft.end)
        if words:
            by_sentence.setdefault(parsed.words[words[-1]].sent, []).append(draft)
    for number, sentence in enumerate(parsed.sentences):
        if number in by_sentence or number - 1 not in by_sentence:
            continue
        root = next((w for w in parsed.words[sentence.first : sentence.last] if w.head == w.i), None)
        if root is None or sentence.last - sentence.first < 5 or not _conditional(page, root.i):
            continue
        source = max(by_sentence[number - 1], key=lambda d: (d.end, d.start))
        if source.mode == "direct" and sentence.paragraph != parsed.sentences[number - 1].paragraph:
            continue  # behind the words themselves a new paragraph is the report's own
        if len(source.speakers) != 1 or not _same_topic(page, source, sentence.first, sentence.last):
            continue
        start, end = page.trim(sentence.start, sentence.end)
        free = Draft([(start, end)], "free", "say", speakers=source.speakers)
        out.append(free)
        by_sentence[number] = [free]
    return sorted(out, key=lambda d: (d.start, -d.end, d.cue or (0, 0)))


def _conditional(page: Page, root: int) -> bool:
    parsed = page.parsed
    word = parsed.words[root]
    if word.lemma in ("devoir", "falloir") or any(
        w.lower in ("si", "s'") and w.pos == "SCONJ" for w in parsed.words[parsed.left[root] : root]
    ):
        return False
    return word.feat("Mood") == "Cnd" or any(
        k.feat("Mood") == "Cnd" and k.lemma != "devoir" for k in parsed.kids(root, "aux", "cop")
    )


def _same_topic(page: Page, source: Draft, first: int, last: int) -> bool:
    """A noun of the reported words comes back, or a pronoun opens the sentence."""
    words = page.parsed.words
    if words[first].pos == "PRON" and words[first].lower in (
        "il",
        "elle",
        "ils",
        "elles",
        "celui-ci",
        "celle-ci",
        "ceux-ci",
        "cela",
    ):
        return True
    said = {words[i].lemma for s, e in source.pieces for i in page.parsed.at(s, e) if words[i].pos == "NOUN"}
    sentence = page.parsed.sentences[words[page.parsed.at(source.start, source.end)[0]].sent]
    said |= {w.lemma for w in words[sentence.first : sentence.last] if w.pos == "NOUN"}
    return any(w.pos == "NOUN" and w.lemma in said for w in words[first : min(last, first + 6)])


def first_persons(page: Page, parties: Parties, statements: Sequence[Statement]) -> None:
    """ "je", "nous", "notre" inside direct speech stand for its speaker."""
    words, report = page.parsed.words, page.parsed.report
    position = {m.span: k for k, m in enumerate(parties.mentions)}
    for statement in statements:
        if statement.mode not in ("direct", "mixed") or not isinstance(statement.speaker, str):
            continue
        for i in statement.words:
            word = words[i]
            if word.lower not in _FIRST or (statement.mode == "mixed" and page.quote_at(word.start) < 0):
                continue
            span = page.parsed.span(i, i + 1)
            form = "possessive" if word.lower in _POSSESSIVE else "pronoun"
            made = Mention(make_id("m", report, span.start, span.end, form), span, statement.speaker, form, i)  # type: ignore[arg-type]
            if span in position:
                parties.mentions[position[span]] = made
            else:
                position[span] = len(parties.mentions)
                parties.mentions.append(made)
