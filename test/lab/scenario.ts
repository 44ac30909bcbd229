// A scenario: addresses, what they serve, what a user does there, and what the extension must show. The table in scenarios/ is data,
// so that the browser tests, the command that opens the lab, its start page and docs/lab.md all read the same one.
import type { State } from '../../lib/verdict/verdict.ts';
import type { Answer } from './lab-answers.ts';
import type { Door } from './doors.ts';
import type { LeafKind } from './leaf-kinds.ts';

export type BrowserName = 'chromium' | 'firefox';

/** What the extension shows for a page. `findings`: ids, as a set: their order is not part of the expectation. */
export interface Judgement {
  readonly state: State;
  readonly findings: readonly string[];
}

/** One expectation for all browsers, with exceptions where a browser behaves differently or reports less. */
export interface Expectation extends Judgement {
  readonly chromium?: Judgement;
  /** Chromium with the feature that reports certificates to extensions; as `chromium` when missing. */
  readonly chromiumTelling?: Judgement;
  readonly firefox?: Judgement;
}

/** What an expectation depends on: a browser, and whether it reports certificates to extensions. Firefox always does. */
export interface Teller {
  readonly name: BrowserName;
  readonly tellsCertificates: boolean;
}

/** What a user does after the page has loaded. */
export type Action =
  | { readonly do: 'click'; readonly selector: string }
  /** Continue past the browser's warning about a certificate. */
  | { readonly do: 'click-through' }
  | { readonly do: 'open'; readonly url: string }
  | { readonly do: 'back' }
  | { readonly do: 'forward' }
  /** The browser stops the extension's background, as it does when that is idle. */
  | { readonly do: 'kill-worker' };

/** An action, and the expectation after it. Without `expect`, the expectation before the action stays. */
export type Step = Action & { readonly expect?: Expectation };

export interface Scenario {
  /** Unique, kebab-case; badssl.com's name where that site has the same page. */
  readonly id: string;
  /** A short description of the page. */
  readonly title: string;
  /** The opened address. Addresses under LAB_FILES are moved to the lab's folder when it starts. */
  readonly url: string;
  /** Absolute address without query → its response. */
  readonly serves: Readonly<Record<string, Answer>>;
  /** Certificates of the https hosts in `serves`; `dv` where none is named. */
  readonly certificates?: Readonly<Record<string, LeafKind>>;
  /** Https hosts whose server ends the handshake instead of answering. */
  readonly doors?: Readonly<Record<string, Door>>;
  /** Earlier certificates of https hosts, oldest first, a week apart: still valid and in the public logs, but no longer presented. */
  readonly renewed?: Readonly<Record<string, readonly LeafKind[]>>;
  /** The expectation when the page has loaded. */
  readonly expect: Expectation;
  readonly steps?: readonly Step[];
  /** Browsers that can open it; all when missing. */
  readonly browsers?: readonly BrowserName[];
  /** The reason for the expectation, when it is not obvious. */
  readonly note?: string;
}

export interface ScenarioGroup {
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

/** Stands for the folder where a started lab writes the scenarios' files. */
export const LAB_FILES = 'file:///lab-files/';

/** The expectation in one browser. */
export function judgementIn(expectation: Expectation, { name, tellsCertificates }: Teller): Judgement {
  const { state, findings, chromium, chromiumTelling, firefox } = expectation;
  const own = name === 'firefox' ? firefox : ((tellsCertificates ? chromiumTelling : undefined) ?? chromium);
  return own ?? { state, findings };
}

/**
 * Whether the expectation may differ where the browser reports certificates to extensions: a certificate other than the usual one is part of it,
 * the table expects a difference, or the page is left and come back to, where what was reported has to be remembered.
 */
export function isAboutCertificates({ certificates, renewed, expect, steps = [] }: Scenario): boolean {
  const differs = [expect, ...steps.map((step) => step.expect)].some((each) => each?.chromiumTelling);
  return certificates !== undefined || renewed !== undefined || steps.length > 0 || differs;
}

/** Whether a browser can open a scenario's page. */
export function runsIn(scenario: Scenario, browser: BrowserName): boolean {
  return scenario.browsers?.includes(browser) ?? true;
}
