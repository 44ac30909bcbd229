// Interprets the metas in a document's head from their raw lines, because the observer must stay small.
import { MAX_METAS } from './observer-report.ts';
import type { MetaLine } from './observer-report.ts';
import { addPolicies, NO_POLICY } from '../../mixed-content/csp.ts';

/** The line of a frame without a sandbox. */
const NO_SANDBOX = 'null';

/** The most characters of a header that is ignored in markup. */
const MAX_HSTS = 200;

/** What a document's own markup sets instead of headers. */
export interface MetaFacts {
  /** Since when http requests become https: 0 from the start, else ms since epoch; null: no policy upgrades them. */
  readonly upgradesSince: number | null;
  /** The number of lines after which that applies; more than there are if no line does it. */
  readonly upgradesAfter: number;
  /** No form can be sent over http. */
  readonly stopsForms: boolean;
  /** There are frames, and the sandbox of each forbids forms in it and its inner frames (HTML standard, `allow-forms`). */
  readonly sealsFrames: boolean;
  /** The value of Strict-Transport-Security, which browsers ignore here (RFC 6797, 8.5). Bounded. */
  readonly hsts?: string | undefined;
}

/** Reads lines in the order in which they began to apply. `startedAt`: the start of the document's navigation, ms since epoch. */
export function readMetas(lines: readonly MetaLine[], startedAt: number): MetaFacts {
  let effects = NO_POLICY;
  let upgradesSince: number | null = null;
  let upgradesAfter = Infinity;
  for (const [index, [line, at]] of lines.entries()) {
    const policy = /^content-security-policy:(.*)$/is.exec(line)?.[1];
    if (policy === undefined) continue;
    effects = addPolicies(effects, policy);
    if (!effects.upgrades || upgradesSince !== null) continue;
    upgradesSince = at === 0 ? 0 : startedAt + at;
    upgradesAfter = index + 1;
  }
  const sandboxes = lines.flatMap(([line]) => /^sandbox:(.*)$/is.exec(line)?.[1] ?? []);
  // Beyond the limit of lines there may be others.
  const sealsFrames = sandboxes.length > 0 && lines.length < MAX_METAS && sandboxes.every(isSealed);
  const hsts = lines.flatMap(([line]) => /^strict-transport-security:(.*)$/is.exec(line)?.[1] ?? [])[0];
  return {
    upgradesSince,
    upgradesAfter,
    stopsForms: effects.stopsForms,
    sealsFrames,
    hsts: hsts?.trim().slice(0, MAX_HSTS),
  };
}

function isSealed(sandbox: string): boolean {
  return sandbox !== NO_SANDBOX && !/allow-forms/i.test(sandbox);
}
