"""Who speaks under a cue: its subject by the tree, mended by what the report names around it."""

from __future__ import annotations

from recoupe.find.said.cueing import Hit
from recoupe.find.said.page import Page
from recoupe.find.said.subjects import preceding_heads, subject_heads
from recoupe.find.who.attribution import DOCUMENTS, Parties
from recoupe.find.who.nounphrases import agrees, enumerated, phrase


def speaker_of(page: Page, parties: Parties, hit: Hit) -> tuple[int, ...]:
    """Heads of the cue's subject: by the tree, by word order when the tree names a thing, or of the cue before it."""
    heads = subject_heads(page.parsed, hit)
    if (described := _described_before(page, parties, hit)) >= 0:
        return (described,)
    if len(heads) == 1 and (named := _named_before(page, parties, hit, heads[0])) >= 0:
        return (named,)
    words = page.parsed.words
    index = page.quote_at(words[heads[0]].start) if heads else -1
    if (
        index >= 0 > page.quote_at(words[hit.word].start)
        and len(page.parsed.at(page.quotes[index].start, page.quotes[index].end)) > 6
    ):
        heads = ()  # a subject inside a quotation does not speak outside it
    if (
        hit.form == "finite"
        and heads
        and words[hit.word].dep == "conj"
        and parties.mention_of(heads[0]) is None
        and words[heads[0]].pos == "NOUN"
    ):
        # "X assure que l'avion a été visé et réclame des excuses": a thing that the first cue speaks of does not speak itself.
        here = page.in_sentence(words[hit.word].sent)
        outer = [d for d in here if d.cue and d.heads and d.cue[1] <= words[heads[0]].start < d.end]
        if outer:
            return outer[-1].heads
    if hit.form == "finite" and heads and not hit.passive and not parties.speaks(heads[0]) and words[heads[0]].lower != "qui":
        other = preceding_heads(page.parsed, hit)
        return other if other and other != heads and parties.speaks(other[0]) else heads
    if hit.form == "finite" and len(heads) == 1 and not hit.passive and _one_for_many(page, hit, heads[0]):
        several = enumerated(page.parsed, heads[0])
        return several if len(several) > 1 else ()
    if hit.form == "participle" and (told := _of_participle(page, hit, heads)) is not None:
        return told
    weak = not heads or not parties.speaks(heads[0]) or (words[hit.word].dep.startswith("acl") and not parties.named(heads[0]))
    if hit.form != "finite" and weak:
        sentence = page.parsed.sentence_of(hit.word)
        here = page.in_sentence(words[hit.word].sent)
        cues = [d for d in here if d.cue and d.heads and sentence.start <= d.cue[0] < words[hit.first].start]
        return max(cues, key=lambda d: d.cue or (0, 0)).heads if cues else ()
    return heads


def _of_participle(page: Page, hit: Hit, heads: tuple[int, ...]) -> tuple[int, ...] | None:
    """Whose words a participle reports, when they are not its own noun's: those of the cue before it; None to look further."""
    words = page.parsed.words
    before = [d for d in page.in_sentence(words[hit.word].sent) if d.cue and d.heads and d.cue[1] <= words[hit.first].start]
    if before and heads and before[-1].start <= words[heads[0]].start < before[-1].end and words[hit.first - 1].text == ",":
        return before[-1].heads  # ", ajoutant que": hangs on the reported clause, belongs to the cue
    if heads and words[heads[0]].lemma.lower() in DOCUMENTS and heads[0] == hit.first - 1:
        cues = [d for d in before if d.cue and d.cue[1] <= words[heads[0]].start and heads[0] not in d.heads]
        if cues and any(w.lower in ("dans", "par", "via") for w in words[max(0, heads[0] - 3) : heads[0]]):
            return cues[-1].heads  # "écrit la mairie dans une note rappelant que"
    if ending := _speaker_ending(page, hit):
        return ending
    if hit.first and words[hit.first - 1].lemma.lower() in _TELLING:
        return ()  # "dément les rumeurs annonçant sa retraite": not the one who denies
    return None


def _speaker_ending(page: Page, hit: Hit) -> tuple[int, ...]:
    """ "..., a souligné le président du fonds ajoutant que": the speaker whose name ends right before the participle."""
    for draft in page.in_sentence(page.parsed.words[hit.word].sent):
        if draft.cue and draft.heads and draft.cue_word >= 0 and draft.cue_word < draft.heads[-1] < hit.first:
            if phrase(page.parsed, draft.heads[-1])[1] == hit.first:
                return draft.heads
    return ()


def _described_before(page: Page, parties: Parties, hit: Hit) -> int:
    """ "le colonel Morin, chef de la brigade, a déclaré": the name, with a description of the same person behind it; -1."""
    words, at = page.parsed.words, hit.first - 2
    if hit.form != "finite" or hit.passive or hit.clitic >= 0 or at < 1 or words[at + 1].text != ",":
        return -1
    inner = parties.covering.get(at)
    if inner is None or words[at].sent != words[hit.word].sent:
        return -1
    for mention in parties.descriptions.get(inner.span.end, ()):
        first = page.parsed.at(mention.span.start, mention.span.end)[0]
        name = parties.covering.get(first - 2) if first > 1 and words[first - 1].text == "," else None
        known = name is not None and name.form == "name" and name.actor == mention.actor
        if name is not None and known and parties.actors[name.actor].kind == "person":
            return name.head
    return -1


def _named_before(page: Page, parties: Parties, hit: Hit, head: int) -> int:
    """ "Le numéro un du syndicat, Paul Denis, a redit": the name between commas behind the post of one person; -1 without."""
    words, at = page.parsed.words, hit.first - 2
    if hit.form != "finite" or hit.passive or hit.clitic >= 0 or at <= head or words[at + 1].text != ",":
        return -1
    mention, subject = parties.covering.get(at), words[head]
    if mention is None or mention.form != "name" or parties.actors[mention.actor].kind != "person":
        return -1
    known = parties.mention_of(head)
    if known is not None and known.actor == mention.actor:
        return -1
    first = page.parsed.at(mention.span.start, mention.span.end)[0]
    one = any(k.feat("Number") == "Sing" for k in page.parsed.kids(head, "det")) and subject.pos == "NOUN"
    apart = head < first - 1 and words[first - 1].text == "," and all(w.feat("VerbForm") != "Fin" for w in words[head:first])
    return mention.head if one and apart and agrees(page.parsed, hit, head) else -1


_TELLING = frozenset("information rumeur article message propos document image signal élément donnée bruit presse".split())


def _one_for_many(page: Page, hit: Hit, head: int) -> bool:
    """One person's name before a verb in the plural ("Les proches de Paul Denis dénoncent"): the parser lost the subject."""
    parsed, words = page.parsed, page.parsed.words
    verb = words[words[hit.word].head] if words[hit.word].dep == "conj" else words[hit.word]
    auxiliaries = (k for v in (hit.word, verb.i) for k in parsed.kids(v, "aux") if k.feat("VerbForm") == "Fin")
    bearer = next(auxiliaries, words[hit.word])  # "ont boudé la réunion et dénoncé le plan"
    if words[head].pos != "PROPN" or bearer.feat("Number") != "Plur" or words[head].feat("Number") == "Plur":
        return False
    determined = any(k.feat("Number") == "Plur" for k in parsed.kids(head, "det"))
    return not determined and not any(parsed.kids(head, "conj")) and words[head - 1].lower not in ("les", "les ")
