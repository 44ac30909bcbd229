// Joins facts about the same request to one entry. It is a pure function of the set of facts, so neither their order nor their reports matter.
import { classifyAddress, requestedAddress } from '../../address/address.ts';
import { kindsIn, LOAD_KINDS } from '../../mixed-content/mixed-content.ts';
import type { Engine, LoadKind } from '../../mixed-content/mixed-content.ts';
import { judgeFacts } from '../../mixed-content/mixed-judge.ts';
import type { JudgeContext } from '../../mixed-content/mixed-judge.ts';
import type { MixedEntry, MixedFact } from '../../mixed-content/mixed-entry.ts';
import { classifyMixed, outcomeByRule } from '../../mixed-content/mixed-rules.ts';

/** A fact with its address. */
export interface PlacedFact {
  /** In the form of requests: without fragment and credentials. */
  readonly address: string;
  readonly fact: MixedFact;
}

/** The part of an entry that follows from the facts about one origin in one frame. */
export type JoinedEntry = Pick<
  MixedEntry,
  'url' | 'kind' | 'class' | 'outcome' | 'evidence' | 'source' | 'facts'
>;

/**
 * Returns the requests that these facts of one frame and one origin are about. `full`: addresses as the page wrote them, by the requested address.
 */
export function joinFacts(
  placed: readonly PlacedFact[],
  context: JudgeContext,
  full: ReadonlyMap<string, string>,
): readonly JoinedEntry[] {
  const byAddress = groupBy(placed, ({ address }) => address);
  const wide = placed.filter(({ fact }) => fact.wide).map(({ fact }) => fact);
  const entries: JoinedEntry[] = [];
  for (const [address, group] of byAddress) {
    const url = full.get(address) ?? address;
    // Each kind once, so that the number of reports does not matter.
    const narrow = mergeFacts(group.filter(({ fact }) => !fact.wide).map(({ fact }) => fact));
    for (const kind of kindsOf(narrow, url, context.engine)) {
      const own = narrow.filter((fact) => possibleKinds(fact, url, context.engine).includes(kind));
      entries.push(makeEntry(url, kind, isFrame(kind) ? [...own, ...wide] : own, context));
    }
  }
  // A frame of that origin that no seen element requests.
  const first = placed.find(({ fact }) => fact.wide);
  if (first !== undefined && !entries.some(({ kind }) => isFrame(kind)))
    entries.push(makeEntry(first.address, 'frame', wide, context));
  return entries;
}

/** Whether browsers may report a request of this kind by its origin only. */
export function isFrame(kind: LoadKind): boolean {
  return kind === 'frame' || kind === 'object';
}

function makeEntry(
  url: string,
  kind: LoadKind,
  facts: readonly MixedFact[],
  context: JudgeContext,
): JoinedEntry {
  const mixedClass = classOf(url, kind);
  const request = { url, kind, class: mixedClass };
  const unique = mergeFacts(facts);
  return { ...request, ...judgeFacts(request, unique, context), source: bestSource(unique), facts: unique };
}

function classOf(url: string, kind: LoadKind): MixedEntry['class'] {
  return classifyMixed(kind, classifyAddress(url) === 'http-private' ? 'http-private' : 'http-public');
}

/**
 * Returns the kinds that a fact can be about: kinds that the rules never block were not blocked, and kinds that they never upgrade were not upgraded.
 */
function possibleKinds(
  { word, via, outcome, policy }: MixedFact,
  url: string,
  engine: Engine,
): readonly LoadKind[] {
  const kinds = kindsIn(word);
  if (via !== 'timing' || kinds.length === 1) return kinds;
  const isBlockable = (kind: LoadKind): boolean =>
    outcomeByRule({ url, kind, class: classOf(url, kind) }, engine, true) === 'blocked';
  const isPossible =
    engine === 'firefox'
      ? (kind: LoadKind) => policy || !isBlockable(kind)
      : (kind: LoadKind) => outcome !== 'blocked' || isBlockable(kind);
  const possible = kinds.filter(isPossible);
  return possible.length === 0 ? kinds : possible;
}

/** Returns the kinds of requests to one address: those that a source names, and the fewest others that explain the remaining facts. */
function kindsOf(facts: readonly MixedFact[], url: string, engine: Engine): readonly LoadKind[] {
  const sets = facts.map((fact) => possibleKinds(fact, url, engine));
  const kinds = new Set(sets.flatMap((set) => (set.length === 1 ? set : [])));
  for (;;) {
    const open = sets.filter((set) => !set.some((kind) => kinds.has(kind)));
    if (open.length === 0) return LOAD_KINDS.filter((kind) => kinds.has(kind));
    kinds.add(commonKind(open));
  }
}

/** Returns the kind in most of the sets; among equals, the one that most of them name first. */
function commonKind(sets: readonly (readonly LoadKind[])[]): LoadKind {
  let best: LoadKind = 'other';
  let most = 0;
  for (const kind of LOAD_KINDS) {
    const votes = sets.filter((set) => set.includes(kind)).length;
    const firsts = sets.filter((set) => set[0] === kind).length;
    const score = votes + firsts / (sets.length + 1);
    if (score > most) [best, most] = [kind, score];
  }
  return best;
}

/** Returns every fact once in a fixed order; of equal facts from several places, the one with the most exact place. */
export function mergeFacts(facts: readonly MixedFact[]): readonly MixedFact[] {
  const byKey = new Map<string, MixedFact>();
  for (const fact of facts) {
    const key = [fact.via, fact.word, fact.outcome, fact.policy, fact.wide].join();
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined ? fact : { ...fact, source: clearerSource(known.source, fact.source) },
    );
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
}

function bestSource(facts: readonly MixedFact[]): MixedEntry['source'] {
  return facts.reduce<MixedEntry['source']>((best, { source }) => clearerSource(best, source), null);
}

/** Returns the one with a line; among equals the first by its text, so that the order of arrival does not matter. */
function clearerSource(a: MixedEntry['source'], b: MixedEntry['source']): MixedEntry['source'] {
  if (a === null || b === null) return a ?? b;
  return rankOf(a) <= rankOf(b) ? a : b;
}

function rankOf({ url, line, column }: NonNullable<MixedEntry['source']>): string {
  return `${line > 0 ? 0 : 1} ${url} ${line} ${column}`;
}

/** Groups items by a key, in their order of arrival. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The origin of an address, as text. */
export function originOf(address: string): string {
  return /^[^/]*\/\/[^/?#]*/.exec(requestedAddress(address))?.[0] ?? '';
}
