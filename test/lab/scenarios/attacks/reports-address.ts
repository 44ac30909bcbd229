// Pages that send reports of their own policies to the address where the deep check reads those of workers. The browser test of the same name
// writes to the addresses of other tabs.
import { INSECURE_FILES } from '../../files.ts';
import { securePage } from '../../lab-answers.ts';
import type { Answer } from '../../lab-answers.ts';
import type { Scenario } from '../../scenario.ts';

const REPORTS = 'https://127.0.0.1:1/https-trust-inspector';
const GUESSED_KEY = '0'.repeat(32);
const POLICY = 'content-security-policy-report-only';

/** Its policy reports the `base` element, which loads nothing here: all addresses of the page are absolute. */
function pageWithBase(title: string, address: string): Answer {
  return securePage({
    title,
    head: `<link rel="icon" href="data:,"><base href="${INSECURE_FILES}/frame.html">`,
    headers: { [POLICY]: `base-uri 'self'; report-uri ${address}` },
  });
}

export const reportsAddress: readonly Scenario[] = [
  {
    id: 'attack-report-shared',
    title: 'A page reports to the address of shared workers, without a key',
    url: 'https://attack-report-shared.lab.test/',
    serves: {
      'https://attack-report-shared.lab.test/': pageWithBase('Reports as a worker', `${REPORTS}/shared`),
    },
    expect: { state: 'nothing-found', findings: [] },
  },
  {
    id: 'attack-report-guess',
    title: 'A page reports to the address of shared workers, with a guessed key',
    url: 'https://attack-report-guess.lab.test/',
    serves: {
      'https://attack-report-guess.lab.test/': pageWithBase(
        'Reports as a worker, with a key',
        `${REPORTS}/shared/${GUESSED_KEY}`,
      ),
    },
    expect: { state: 'nothing-found', findings: [] },
  },
];
