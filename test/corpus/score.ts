// Compares what the extension lists with the corpus' recorded truth: Chromium's own issues and what really reached the plain-http server.
import { withoutCredentials } from '../../lib/address/credentials.ts';
import type { MixedOutcome } from '../../lib/mixed-content/mixed-content.ts';
import type { Visit } from './visit.ts';

export interface Score {
  readonly found: number;
  readonly expected: number;
  /** `page: address`, each a load that should be listed. */
  readonly missed: readonly string[];
  /** The same, listed without reason. */
  readonly extra: readonly string[];
  /** Outcomes that differ from the browser's own resolution. */
  readonly differing: readonly string[];
  /** Found and expected by type of load. */
  readonly byType: Readonly<Record<string, readonly [found: number, expected: number]>>;
}

/** The browser's `resolutionStatus`, as outcomes. */
const OUTCOMES: Readonly<Record<string, readonly MixedOutcome[]>> = {
  blocked: ['blocked'],
  upgraded: ['upgraded'],
  // A form that would be sent, or a load from a private network.
  warning: ['would-be-sent', 'loaded'],
  'allowed-warning': ['loaded'],
};

/** What the truth of another browser counts as: only addresses are compared there. */
export function score(visits: readonly Visit[]): Score {
  const missed: string[] = [];
  const extra: string[] = [];
  const differing: string[] = [];
  const byType: Record<string, [number, number]> = {};
  let found = 0;
  let expected = 0;
  for (const { page, mixed } of visits) {
    // What the page's own policy upgrades, and what the browser did not request, is listed as that, and is no issue to a browser.
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
