// Certificates and handshakes that browsers refuse for reasons that their owner can fix.
import { securePage } from '../../lab-answers.ts';
import type { Door } from '../../doors.ts';
import type { LeafKind } from '../../leaf-kinds.ts';
import type { Expectation, Judgement, Scenario } from '../../scenario.ts';

function refused(kind: LeafKind, title: string, expect: Expectation, note: string): Scenario {
  const host = `field-${kind}.lab.test`;
  const url = `https://${host}/`;
  return {
    id: `field-${kind}`,
    title,
    url,
    serves: { [url]: securePage({ title }) },
    certificates: { [host]: kind },
    expect,
    note,
  };
}

/** A server that refuses every client. */
function shut(door: Door, title: string, expect: Expectation, note: string): Scenario {
  const host = `field-${door}.lab.test`;
  const url = `https://${host}/`;
  return {
    id: `field-${door}`,
    title,
    url,
    serves: { [url]: securePage({ title }) },
    doors: { [host]: door },
    expect,
    note,
  };
}

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };
const INVALID: Judgement = { state: 'danger', findings: ['certificate-invalid'] };
const WRONG_USE: Judgement = { state: 'danger', findings: ['certificate-wrong-use'] };

const FIRST = 'https://field-serial-first.lab.test/';
const AGAIN = 'https://field-serial-again.lab.test/';

export const refusals: readonly Scenario[] = [
  refused(
    'wrong-key-usage',
    'A certificate whose RSA key may sign nothing',
    { ...WRONG_USE, firefox: NOTHING },
    'Firefox accepts it: keyEncipherment alone is enough for it.',
  ),
  refused(
    'for-clients',
    'A certificate for clients, on a server',
    { ...WRONG_USE, chromium: INVALID },
    'Chromium has no name of its own for it.',
  ),
  refused(
    'ca-certificate',
    'The certificate of a CA, on a server',
    { ...WRONG_USE, chromium: NOTHING },
    'Chromium accepts it.',
  ),
  refused(
    'other-names-only',
    'A certificate of an intermediate that may not certify this name',
    { state: 'danger', findings: ['certificate-name-constraint'], chromium: INVALID },
    'Chromium has no name of its own for it.',
  ),
  {
    id: 'field-serial-reused',
    title: 'Two certificates of one issuer with the same serial number',
    url: FIRST,
    serves: {
      [FIRST]: securePage({ title: 'The first certificate with this serial number' }),
      [AGAIN]: securePage({ title: 'The second certificate with this serial number' }),
    },
    certificates: {
      'field-serial-first.lab.test': 'serial-first',
      'field-serial-again.lab.test': 'serial-again',
    },
    expect: NOTHING,
    steps: [
      {
        do: 'open',
        url: AGAIN,
        expect: { ...NOTHING, firefox: { state: 'danger', findings: ['certificate-serial-reused'] } },
      },
    ],
    note: 'Firefox refuses the second while it remembers the first; Chromium does not compare them.',
  },
  shut(
    'wants-certificate',
    'A server that asks for a certificate of the visitor’s',
    { state: 'notice', findings: ['client-certificate-wanted'] },
    'Its own certificate is in order.',
  ),
  shut(
    'knows-no-name',
    'A server that answers that it does not know the name',
    { state: 'danger', findings: ['certificate-no-certificate'] },
    'The alert unrecognized_name, before any certificate.',
  ),
];
