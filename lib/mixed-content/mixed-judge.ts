// What became of one insecure request, from everything that is known of it. The worst that was watched wins; what nobody watched follows from
// the page's policy or from the rules of the browser. https://www.w3.org/TR/mixed-content/
import type { Engine, LoadKind } from './mixed-content.ts';
import type { MixedEntry, MixedFact } from './mixed-entry.ts';
import { outcomeByRule } from './mixed-rules.ts';

/** What an outcome depends on beside the facts. */
export interface JudgeContext {
  /**
   * Chromium names requests in its list by the address that was loaded, so an upgraded one appears under https, and a blocked one under http;
   * Firefox by the address that the page requested, and it leaves out what it blocked.
   */
  readonly engine: Engine;
  /** The deep check's policy is in the frame's document: what has neither a violation report nor an entry in the resource timing was not requested. */
  readonly deep: boolean;
}

/** Kinds of elements whose request is always in Chromium's list of loads when it was blocked. docs/mixed-content.md has the table. */
const LISTED_WHEN_BLOCKED: ReadonlySet<LoadKind> = new Set(['script', 'style', 'image-set', 'font', 'fetch']);

type Request = Pick<MixedEntry, 'url' | 'kind' | 'class'>;
type Judgement = Pick<MixedEntry, 'outcome' | 'evidence'>;

/** Outcome and evidence of a request with these facts, at least one. */
export function judgeFacts(request: Request, facts: readonly MixedFact[], context: JudgeContext): Judgement {
  const { outcome, reason } = outcomeOf(request, facts, context);
  const sources = SOURCES.filter((source) => facts.some(({ via }) => via === source));
  return { outcome, evidence: reason === null ? sources : [...sources, reason] };
}

const SOURCES = ['dom', 'sheet', 'timing', 'report', 'request', 'redirect'] as const;

interface Reasoned {
  readonly outcome: MixedEntry['outcome'];
  /** null: it was watched, or is not known. */
  readonly reason: 'rule' | 'policy' | null;
}

function outcomeOf(request: Request, facts: readonly MixedFact[], context: JudgeContext): Reasoned {
  if (request.class === 'form' || request.class === 'download') return judgeUse(request, facts);
  return judgeWatched(facts) ?? judgeUnasked(request, facts, context) ?? judgeAsked(request, facts, context);
}

/** A form is sent, and a file fetched, when the user acts: the policy that is there by then applies. Policies do not upgrade downloads. */
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

/** Elements that load nothing as they are, and requests of which a source that would know them shows nothing. */
function judgeUnasked(request: Request, facts: readonly MixedFact[], context: JudgeContext): Reasoned | null {
  const unasked: Reasoned = { outcome: 'not-loaded', reason: null };
  const isChromium = context.engine === 'chromium';
  const named = facts.filter(({ via }) => via === 'dom');
  const isIdle = named.length > 0 && named.every(({ outcome }) => outcome === 'not-loaded');
  // Chromium reports a frame with credentials, and then refuses it for them.
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

/** Whether an address has a user's name or a password in it. */
export function hasCredentials(url: string): boolean {
  return /^\w+:\/\/[^/?#]*@/.test(url);
}

function judgeAsked(request: Request, facts: readonly MixedFact[], { engine }: JudgeContext): Reasoned {
  const asked = facts.filter(({ outcome }) => outcome !== 'not-loaded');
  const isUpgraded = asked.some(({ outcome }) => outcome === 'upgraded');
  // Only elements have a place before or after the policy: what else was seen early may have been seen before the policy was.
  const placed = asked.filter(({ via }) => via === 'dom');
  if ((placed.length > 0 ? placed : asked).every(({ policy }) => policy))
    return { outcome: 'upgraded-by-policy', reason: 'policy' };
  if (isUpgraded && request.class === 'upgradeable') return { outcome: 'upgraded', reason: null };
  // Had it been blocked, the list would have it under http; so a policy that was not seen upgraded it.
  if (isUpgraded && engine === 'chromium' && LISTED_WHEN_BLOCKED.has(request.kind) && !isListed(asked))
    return { outcome: 'upgraded-by-policy', reason: null };
  const isFetched = asked.some(
    ({ via, outcome }) => outcome === 'failed' || (via !== 'dom' && via !== 'sheet'),
  );
  if (engine === 'firefox' && isListed(asked)) return { outcome: 'upgraded', reason: 'rule' };
  const outcome = outcomeByRule(request, engine, isFetched);
  return { outcome, reason: outcome === 'unknown' ? null : 'rule' };
}

/** Whether the list of loads has the request under its http address. */
function isListed(facts: readonly MixedFact[]): boolean {
  return facts.some(({ via }) => via === 'timing');
}
