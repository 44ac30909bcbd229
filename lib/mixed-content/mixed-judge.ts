// The outcome of one insecure request, from all facts about it. The worst observed outcome wins; without an observation it follows from the page's
// policy or the browser's rules. https://www.w3.org/TR/mixed-content/
import type { Engine, LoadKind } from './mixed-content.ts';
import type { MixedEntry, MixedFact } from './mixed-entry.ts';
import { outcomeByRule } from './mixed-rules.ts';

/** What an outcome depends on besides the facts. */
export interface JudgeContext {
  /**
   * Chromium lists requests by the address that was loaded, so an upgraded one appears as https and a blocked one as http; Firefox lists them by the
   * address that the page requested, without those that it blocked.
   */
  readonly engine: Engine;
  /**
   * The deep check's policy is in the frame's document: a request without a violation report and without an entry in the resource timing was not
   * made.
   */
  readonly deep: boolean;
}

/** Kinds of elements whose blocked requests are always in Chromium's list of loads. docs/mixed-content.md has the table. */
const LISTED_WHEN_BLOCKED: ReadonlySet<LoadKind> = new Set(['script', 'style', 'image-set', 'font', 'fetch']);

type Request = Pick<MixedEntry, 'url' | 'kind' | 'class'>;
type Judgement = Pick<MixedEntry, 'outcome' | 'evidence'>;

/** Returns outcome and evidence of a request with these facts, at least one. */
export function judgeFacts(request: Request, facts: readonly MixedFact[], context: JudgeContext): Judgement {
  const { outcome, reason } = outcomeOf(request, facts, context);
  const sources = SOURCES.filter((source) => facts.some(({ via }) => via === source));
  return { outcome, evidence: reason === null ? sources : [...sources, reason] };
}

const SOURCES = ['dom', 'sheet', 'timing', 'report', 'request', 'redirect'] as const;

interface Reasoned {
  readonly outcome: MixedEntry['outcome'];
  /** null: the outcome was observed, or is unknown. */
  readonly reason: 'rule' | 'policy' | null;
}

function outcomeOf(request: Request, facts: readonly MixedFact[], context: JudgeContext): Reasoned {
  if (request.class === 'form' || request.class === 'download') return judgeUse(request, facts);
  return judgeWatched(facts) ?? judgeUnasked(request, facts, context) ?? judgeAsked(request, facts, context);
}

/** A form is sent, and a file fetched, when the user acts, so the page's policy at that time applies. Policies do not upgrade downloads. */
function judgeUse(request: Request, facts: readonly MixedFact[]): Reasoned {
  return request.class === 'form' && facts.some(({ policy }) => policy)
    ? { outcome: 'upgraded-by-policy', reason: 'policy' }
    : { outcome: 'would-be-sent', reason: 'rule' };
}

function judgeWatched(facts: readonly MixedFact[]): Reasoned | null {
  for (const outcome of ['loaded', 'blocked', 'unknown'] as const)
    if (facts.some((fact) => fact.outcome === outcome)) return { outcome, reason: null };
  return null;
}

/** Elements that load nothing in their present state, and requests that are missing from a source that would list them. */
function judgeUnasked(request: Request, facts: readonly MixedFact[], context: JudgeContext): Reasoned | null {
  const unasked: Reasoned = { outcome: 'not-loaded', reason: null };
  const isChromium = context.engine === 'chromium';
  const named = facts.filter(({ via }) => via === 'dom');
  const isIdle = named.length > 0 && named.every(({ outcome }) => outcome === 'not-loaded');
  // Chromium reports a frame with credentials before it refuses it.
  if (isChromium && isIdle && request.kind === 'frame' && hasCredentials(request.url)) return unasked;
  if (named.length < facts.length) return null;
  if (isIdle) return unasked;
  if (
    !isChromium ||
    facts.some(({ outcome, policy }) => policy || outcome === 'upgraded' || outcome === 'failed')
  )
    return null;
  return context.deep || (request.class === 'blockable' && LISTED_WHEN_BLOCKED.has(request.kind))
    ? unasked
    : null;
}

/** Whether an address contains a user name or a password. */
export function hasCredentials(url: string): boolean {
  return /^\w+:\/\/[^/?#]*@/.test(url);
}

function judgeAsked(request: Request, facts: readonly MixedFact[], { engine }: JudgeContext): Reasoned {
  const asked = facts.filter(({ outcome }) => outcome !== 'not-loaded');
  const isUpgraded = asked.some(({ outcome }) => outcome === 'upgraded');
  // Only elements have a position relative to the policy: other sightings may be older than the sighting of the policy.
  const placed = asked.filter(({ via }) => via === 'dom');
  if ((placed.length > 0 ? placed : asked).every(({ policy }) => policy))
    return { outcome: 'upgraded-by-policy', reason: 'policy' };
  if (isUpgraded && request.class === 'upgradeable') return { outcome: 'upgraded', reason: null };
  // A blocked request would be listed under http, so a policy that was not seen upgraded it.
  if (isUpgraded && engine === 'chromium' && LISTED_WHEN_BLOCKED.has(request.kind) && !isListed(asked))
    return { outcome: 'upgraded-by-policy', reason: null };
  const isFetched = asked.some(
    ({ via, outcome }) => outcome === 'failed' || (via !== 'dom' && via !== 'sheet'),
  );
  if (engine === 'firefox' && isListed(asked)) return { outcome: 'upgraded', reason: 'rule' };
  const outcome = outcomeByRule(request, engine, isFetched);
  return { outcome, reason: outcome === 'unknown' ? null : 'rule' };
}

/** Whether the list of loads contains the request under its http address. */
function isListed(facts: readonly MixedFact[]): boolean {
  return facts.some(({ via }) => via === 'timing');
}
