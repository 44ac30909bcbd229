// Certificates that browsers refuse for reasons that their owner can mend.
import { securePage } from '../../answers.ts';
import type { LeafKind } from '../../leaf-kinds.ts';
import type { Expectation, Scenario } from '../../scenario.ts';

function refused(kind: LeafKind, title: string, expect: Expectation): Scenario {
  const host = `field-${kind}.lab.test`;
  const url = `https://${host}/`;
  return {
    id: `field-${kind}`,
    title,
    url,
    serves: { [url]: securePage({ title }) },
    certificates: { [host]: kind },
    expect,
  };
}

const WRONG_USE = { state: 'danger', findings: ['certificate-wrong-use'] } as const;

export const refusals: readonly Scenario[] = [
  {
    ...refused('wrong-key-usage', 'A certificate whose key may sign nothing', {
      ...WRONG_USE,
      firefox: { state: 'nothing-found', findings: [] },
    }),
    note: 'Firefox accepts it: keyEncipherment alone is enough for it.',
  },
  {
    ...refused('for-clients', 'A certificate for clients, on a server', {
      ...WRONG_USE,
      chromium: { state: 'danger', findings: ['certificate-invalid'] },
    }),
    note: 'Chromium has no name of its own for it.',
  },
];
