"""Many reports -> matters: what they say together, what differs, with the words of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from recoupe.find.affairs import Affairs
from recoupe.match.absorb import absorb
from recoupe.match.agents import draft_agents
from recoupe.match.ages import draft_ages
from recoupe.match.attribution import source_details
from recoupe.match.bearings import draft_bearings
from recoupe.match.bonds import part_strangers
from recoupe.match.causes import draft_causes
from recoupe.match.choices import draft_choices
from recoupe.match.contraries import draft_contraries
from recoupe.match.counts import draft_counts
from recoupe.match.crews import draft_crews
from recoupe.match.culprits import draft_culprits
from recoupe.match.dateclash import draft_date_clashes
from recoupe.match.dated import draft_dated
from recoupe.match.delays import draft_delays
from recoupe.match.desk import Desk, lay_desk
from recoupe.match.disputes import answer_charges
from recoupe.match.drafts import Draft
from recoupe.match.echoes import draft_echoes
from recoupe.match.echosources import source_echoes
from recoupe.match.exact import draft_exact
from recoupe.match.feats import draft_feats
from recoupe.match.findings import draft_findings
from recoupe.match.finer import draft_finer
from recoupe.match.firsts import draft_firsts
from recoupe.match.fulfilled import draft_fulfilled
from recoupe.match.happenings import part_happenings
from recoupe.match.hardened import draft_hardened
from recoupe.match.headings import head_drafts, is_bare_date
from recoupe.match.headlines import judge_headlines
from recoupe.match.hearts import mark_hearts
from recoupe.match.hedged import draft_hedged
from recoupe.match.hourclash import draft_hour_clashes
from recoupe.match.howoften import draft_times
from recoupe.match.leaddays import draft_lead_days
from recoupe.match.leads import draft_leads
from recoupe.match.lives import draft_lives
from recoupe.match.loneages import draft_lone_ages
from recoupe.match.merge import find_occasions
from recoupe.match.milestones import draft_milestones
from recoupe.match.nations import draft_nations
from recoupe.match.nays import draft_nays
from recoupe.match.numberclash import draft_number_clashes
from recoupe.match.offences import draft_offences
from recoupe.match.onetimes import draft_onetimes
from recoupe.match.onsets import draft_onsets
from recoupe.match.orders import draft_orders
from recoupe.match.origins import count_origins, index_copies
from recoupe.match.pairs import join_occasions
from recoupe.match.parted import part_shared
from recoupe.match.particulars import draft_particulars
from recoupe.match.pastdates import draft_past_dates
from recoupe.match.penalties import draft_penalties
from recoupe.match.placed import draft_placed
from recoupe.match.posts import draft_posts
from recoupe.match.presumed import draft_presumed
from recoupe.match.quarrels import join_quarrels
from recoupe.match.readings import Reading
from recoupe.match.related import draft_related
from recoupe.match.retellings import draft_retellings
from recoupe.match.rivals import draft_rivals
from recoupe.match.roles import add_roles
from recoupe.match.roundings import draft_roundings
from recoupe.match.several import draft_several
from recoupe.match.shades import shade
from recoupe.match.signers import draft_signers
from recoupe.match.sincewhen import draft_since_when
from recoupe.match.spellings import draft_spellings
from recoupe.match.states import draft_states
from recoupe.match.suspicions import draft_suspicions
from recoupe.match.thingclash import draft_thing_clashes
from recoupe.match.tolldays import draft_toll_days
from recoupe.match.tools import draft_tools
from recoupe.match.transposed import draft_transposed
from recoupe.match.twotowns import oppose_towns
from recoupe.match.verdicts import draft_event
from recoupe.match.wordings import draft_wordings
from recoupe.types import Copy, Link, Matter, make_id

# What needs no event to be compared.
_DETAILS = (
    draft_bearings,
    draft_counts,
    draft_rivals,
    draft_wordings,
    draft_culprits,
    draft_presumed,
    draft_particulars,
    draft_ages,
    draft_penalties,
    draft_tools,
    draft_causes,
    draft_spellings,
)
# Each takes all matters and gives them back with more, joined or judged; the order counts: what is judged must first be there.
_STEPS: tuple[Callable[[Desk, Sequence[Draft]], Sequence[Draft]], ...] = (
    draft_roundings,
    draft_exact,
    draft_lead_days,
    source_details,
    draft_contraries,
    draft_agents,
    draft_findings,
    answer_charges,
    join_quarrels,
    judge_headlines,
    draft_echoes,
    shade,
    draft_states,
    draft_nays,
    draft_choices,
    draft_signers,
    draft_firsts,
    draft_crews,
    draft_onsets,
    draft_orders,
    draft_nations,
    draft_milestones,
    draft_since_when,
    draft_lives,
    draft_posts,
    draft_feats,
    draft_lone_ages,
    draft_onetimes,
    draft_delays,
    draft_times,
    draft_transposed,
    draft_number_clashes,
    draft_hour_clashes,
    draft_date_clashes,
    draft_past_dates,
    draft_toll_days,
    oppose_towns,
    draft_thing_clashes,
    draft_retellings,
    draft_hardened,
    draft_hedged,
    source_echoes,
    draft_dated,
    draft_placed,
    draft_finer,
    draft_several,
    draft_fulfilled,
    draft_leads,
    draft_suspicions,
    draft_offences,
    absorb,
    add_roles,
)


def match_matters(
    readings: Sequence[Reading], copies: Sequence[Copy], affairs: Affairs | None = None
) -> tuple[tuple[Matter, ...], tuple[Link, ...]]:
    """The matters of a run and the links behind them, whatever the order of the readings."""
    desk = lay_desk(readings, affairs)
    part_happenings(desk)
    occasions = mark_hearts(desk, [o for report in sorted(desk.readings) for o in find_occasions(desk, report)])
    groups, joins, near = join_occasions(desk, occasions)
    drafts: Sequence[Draft] = [*(d for draft in _DETAILS for d in draft(desk)), *(draft_event(desk, g) for g in groups)]
    for step in _STEPS:
        drafts = step(desk, drafts)
    drafts = draft_related(desk, part_shared(desk, part_strangers(desk, drafts)), near)
    ties = index_copies(copies)
    named = head_drafts(desk, drafts)
    told = ((d, t) for d, t in zip(drafts, named, strict=True) if not is_bare_date(d, t))
    matters = {m.id: m for m in (_matter(desk, d, title, ties) for d, title in told)}
    links = {link.id: link for link in (*(k for d in drafts for k in d.links), *joins)}
    return tuple(sorted(matters.values(), key=lambda m: m.id)), tuple(sorted(links.values(), key=lambda x: x.id))


def _matter(desk: Desk, draft: Draft, title: str, ties: Mapping[str, Sequence[Copy]]) -> Matter:
    # Events name an event matter; of the others several may rest on one event, so their words name them.
    slots = (
        ()
        if draft.kind == "event"
        else tuple((v.report, s.start, s.end) for d in draft.differences for v in d.values for s in v.evidence)
    )
    origins, why = count_origins(desk, draft, ties)
    return Matter(
        make_id("x", draft.kind, *draft.events, *slots),
        title,
        draft.events,
        draft.claims,
        draft.reports,
        draft.agreement,
        draft.differences,
        origins,
        why,
    )
