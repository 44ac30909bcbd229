// Compares the extension's list with the corpus's recorded truth: Chromium's issues, and the requests that reached the http server.
import { withoutCredentials } from '../../lib/address/credentials.ts';
import type { MixedOutcome } from '../../lib/mixed-content/mixed-content.ts';
import type { Visit } from './visit.ts';

export interface Score {
  readonly found: number;
  readonly expected: number;
  /** Requests that are missing from the list, as `page: address`. */
  readonly missed: readonly string[];
  /** Entries that should not be listed, in the same form. */
  readonly extra: readonly string[];
  /** Outcomes that differ from the browser's own resolution. */
  readonly differing: readonly string[];
  /** Found and expected by type of load. */
  readonly byType: Readonly<Record<string, readonly [found: number, expected: number]>>;
}

/** The outcomes for the browser's `resolutionStatus`. */
const OUTCOMES: Readonly<Record<string, readonly MixedOutcome[]>> = {
  blocked: ['blocked'],
  upgraded: ['upgraded'],
  // A form that would be sent, or a load from a private network.
  warning: ['would-be-sent', 'loaded'],
  'allowed-warning': ['loaded'],
};

/** Scores visits against the recorded truth. For truth from another browser only addresses are compared. */
export function score(visits: readonly Visit[]): Score {
  const missed: string[] = [];
  const extra: string[] = [];
  const differing: string[] = [];
  const byType: Record<string, [number, number]> = {};
  let found = 0;
  let expected = 0;
  for (const { page, mixed } of visits) {
    // Requests that the page's own policy upgrades, and those that the browser did not send, are listed as such, but browsers raise no issue for them.
    const listed = new Map(
      mixed
        .filter(({ outcome }) => outcome !== 'upgraded-by-policy' && outcome !== 'not-loaded')
        .map((entry) => [entry.url, entry]),
    );
    if (page.expect === 'stay-silent') extra.push(...[...listed.keys()].map((url) => `${page.id}: ${url}`));
    if (page.expect !== 'report') continue;
    const type = (byType[page.type] ??= [0, 0]);
    for (const url of page.insecureUrls.map(withoutCredentials)) {
      expected += 1;
      type[1] += 1;
      const entry = listed.get(url);
      if (entry === undefined) {
        missed.push(`${page.id}: ${url}`);
        continue;
      }
      found += 1;
      type[0] += 1;
      const outcomes = OUTCOMES[page.status];
      if (outcomes !== undefined && !outcomes.includes(entry.outcome))
        differing.push(`${page.id}: ${page.status}, listed as ${entry.outcome} (${entry.evidence.join()})`);
    }
    extra.push(
      ...[...listed.keys()]
        .filter((url) => !page.insecureUrls.map(withoutCredentials).includes(url))
        .map((url) => `${page.id}: ${url}`),
    );
  }
  return { found, expected, missed, extra, differing, byType };
}

/** The score in lines for a terminal. */
export function describeScore(name: string, { found, expected, missed, extra, byType }: Score): string {
  const incomplete = Object.entries(byType)
    .filter(([, [some, all]]) => some < all)
    .map(([type, [some, all]]) => `${type} ${some}/${all}`);
  return [
    `${name}: recall ${found}/${expected}, precision ${found}/${found + extra.length}`,
    ...(incomplete.length > 0 ? [`  incomplete: ${incomplete.join(', ')}`] : []),
    ...(missed.length <= 20 ? missed.map((line) => `  missed ${line}`) : []),
    ...extra.slice(0, 20).map((line) => `  extra ${line}`),
  ].join('\n');
}
