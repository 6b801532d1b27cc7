"""Many reports -> matters: what they say together, what differs, with the words of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from recoupe.find.affair.affairs import Affairs
from recoupe.match.acts.attribution import source_details
from recoupe.match.acts.happenings import part_happenings
from recoupe.match.acts.hearts import mark_hearts
from recoupe.match.acts.merge import find_occasions
from recoupe.match.acts.pairs import join_occasions
from recoupe.match.alike.echoes import draft_echoes
from recoupe.match.alike.echosources import source_echoes
from recoupe.match.alike.retellings import draft_retellings
from recoupe.match.asked.agents import draft_agents
from recoupe.match.asked.choices import draft_choices
from recoupe.match.asked.firsts import draft_firsts
from recoupe.match.asked.signers import draft_signers
from recoupe.match.asked.thingclash import draft_thing_clashes
from recoupe.match.asked.tools import draft_tools
from recoupe.match.cause.causes import draft_causes
from recoupe.match.copying.origins import count_origins, index_copies
from recoupe.match.copying.wordings import draft_wordings
from recoupe.match.count.ages import draft_ages
from recoupe.match.count.counts import draft_counts
from recoupe.match.count.crews import draft_crews
from recoupe.match.count.exact import draft_exact
from recoupe.match.count.feats import draft_feats
from recoupe.match.count.howoften import draft_times
from recoupe.match.count.loneages import draft_lone_ages
from recoupe.match.count.numberclash import draft_number_clashes
from recoupe.match.count.penalties import draft_penalties
from recoupe.match.count.rivals import draft_rivals
from recoupe.match.count.roundings import draft_roundings
from recoupe.match.count.several import draft_several
from recoupe.match.count.tolldays import draft_toll_days
from recoupe.match.count.transposed import draft_transposed
from recoupe.match.desk import Desk, lay_desk
from recoupe.match.dispute.disputes import answer_charges
from recoupe.match.dispute.offences import draft_offences
from recoupe.match.dispute.quarrels import join_quarrels
from recoupe.match.drafts import Draft
from recoupe.match.line.headings import head_drafts, is_bare_date
from recoupe.match.readings import Reading
from recoupe.match.state.contraries import draft_contraries
from recoupe.match.state.findings import draft_findings
from recoupe.match.state.states import draft_states
from recoupe.match.sure.culprits import draft_culprits
from recoupe.match.sure.hardened import draft_hardened
from recoupe.match.sure.headlines import judge_headlines
from recoupe.match.sure.hedged import draft_hedged
from recoupe.match.sure.leads import draft_leads
from recoupe.match.sure.presumed import draft_presumed
from recoupe.match.sure.suspicions import draft_suspicions
from recoupe.match.verdict.absorb import absorb
from recoupe.match.verdict.bonds import part_strangers
from recoupe.match.verdict.finer import draft_finer
from recoupe.match.verdict.nays import draft_nays
from recoupe.match.verdict.parted import part_shared
from recoupe.match.verdict.particulars import draft_particulars
from recoupe.match.verdict.related import draft_related
from recoupe.match.verdict.shades import shade
from recoupe.match.verdict.verdicts import draft_event
from recoupe.match.when.dateclash import draft_date_clashes
from recoupe.match.when.dated import draft_dated
from recoupe.match.when.delays import draft_delays
from recoupe.match.when.fulfilled import draft_fulfilled
from recoupe.match.when.hourclash import draft_hour_clashes
from recoupe.match.when.leaddays import draft_lead_days
from recoupe.match.when.milestones import draft_milestones
from recoupe.match.when.onetimes import draft_onetimes
from recoupe.match.when.onsets import draft_onsets
from recoupe.match.when.orders import draft_orders
from recoupe.match.when.pastdates import draft_past_dates
from recoupe.match.when.sincewhen import draft_since_when
from recoupe.match.where.bearings import draft_bearings
from recoupe.match.where.oneplace import draft_place_clashes
from recoupe.match.where.placed import draft_placed
from recoupe.match.where.twotowns import oppose_towns
from recoupe.match.who.lives import draft_lives
from recoupe.match.who.nations import draft_nations
from recoupe.match.who.posts import draft_posts
from recoupe.match.who.roles import add_roles
from recoupe.match.who.spellings import draft_spellings
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
    draft_place_clashes,
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
