// The table of scenarios is consistent with itself and with the catalogue of findings.
import { expect, test } from 'vitest';
import { FINDINGS } from '../../../lib/verdict/finding-list.ts';
import { SEVERITIES } from '../../../lib/verdict/terms.ts';
import type { Severity } from '../../../lib/verdict/terms.ts';
import { fileAnswers } from '../../lab/files.ts';
import { judgementIn } from '../../lab/scenario.ts';
import type { Judgement, Scenario } from '../../lab/scenario.ts';
import { GROUPS } from '../../lab/scenarios/scenario-table.ts';

const SCENARIOS = GROUPS.flatMap((group) => group.scenarios);
const SEVERITY_OF = new Map<string, Severity>(FINDINGS.map((finding) => [finding.id, finding.severity]));

function judgements(scenario: Scenario): readonly Judgement[] {
  const expectations = [scenario.expect, ...(scenario.steps ?? []).flatMap((step) => step.expect ?? [])];
  return expectations.flatMap((expectation) => [
    judgementIn(expectation, { name: 'chromium', tellsCertificates: false }),
    judgementIn(expectation, { name: 'chromium', tellsCertificates: true }),
    judgementIn(expectation, { name: 'firefox', tellsCertificates: true }),
  ]);
}

/** The state that follows from the findings alone. */
function stateOf({ state, findings }: Judgement): string {
  const severities = new Set(findings.map((id) => SEVERITY_OF.get(id)));
  const worst = SEVERITIES.findLast((severity) => severities.has(severity));
  if (worst === undefined && state === 'not-applicable') return state;
  return worst === undefined || worst === 'advice' ? 'nothing-found' : worst;
}

test('ids are unique and kebab-case', () => {
  const ids = SCENARIOS.map((scenario) => scenario.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('no two scenarios open the same page or share a host', () => {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const { id, serves } of SCENARIOS) {
    for (const address of Object.keys(serves)) {
      const { hostname } = new URL(address);
      if ((owners.get(hostname) ?? id) !== id) shared.push(hostname);
      owners.set(hostname, id);
    }
  }
  expect(shared).toEqual([]);
  const urls = SCENARIOS.map((scenario) => scenario.url);
  expect(new Set(urls).size).toBe(urls.length);
});

test.for(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s: expects findings that exist, and the state that follows from them',
  ([, scenario]) => {
    for (const judgement of judgements(scenario)) {
      expect(judgement.findings.filter((id) => !SEVERITY_OF.has(id))).toEqual([]);
      expect(new Set(judgement.findings).size).toBe(judgement.findings.length);
      expect(judgement.state).toBe(stateOf(judgement));
    }
  },
);

test.for(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s: serves what it opens and what its pages load',
  ([, { url, serves, steps }]) => {
    const served = new Set([...Object.keys(serves), ...Object.keys(fileAnswers())]);
    const hosts = new Set([...served].map((address) => new URL(address).host));
    const opened = [url, ...(steps ?? []).flatMap((step) => (step.do === 'open' ? [step.url] : []))];
    const loaded = Object.values(serves)
      .flatMap(({ body, headers }) => [String(body), String(headers['location'] ?? '')])
      .flatMap((text) => text.match(/\bhttps?:\/\/[a-z0-9.-]+\/[a-z0-9./-]*/g) ?? []);
    const needed = [...opened, ...loaded]
      .filter((address) => hosts.has(new URL(address).host))
      .map((address) => address.replace(/[?#].*/s, ''))
      // The only host that deliberately has no https side.
      .filter((address) => address !== 'https://no-https.lab.test/');
    expect(needed.filter((address) => !served.has(address))).toEqual([]);
  },
);

test('every kind of finding that a page can cause today is met in the lab', () => {
  const met = new Set(SCENARIOS.flatMap(judgements).flatMap((judgement) => judgement.findings));
  const unmet = FINDINGS.map((finding) => finding.id).filter((id) => !met.has(id));
  // What a CA, a log or an old TLS version causes needs more than a server, and no current browser lets clear text into an https page.
  expect(unmet.sort()).toEqual([
    // Advice that hangs on the issuer's name and today's date: test/unit/certificate.
    'certificate-client-purpose',
    'certificate-distrusted',
    'certificate-key-pinned',
    'certificate-next-shorter',
    'certificate-revoked',
    'certificate-tls-version',
    'certificate-transparency-missing',
    'certificate-weak',
    'certificate-weak-accepted',
    // A browser's own setting: test/browser/https-first.spec.ts.
    'https-unavailable',
    'mixed-content-loaded',
    'mixed-content-unknown',
  ]);
});
