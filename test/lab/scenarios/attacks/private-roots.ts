// Certificates of roots that answer to no public rule: what such a root states about a site's owner is checked by nobody.
import { securePage } from '../../answers.ts';
import type { LeafKind } from '../../leaf-kinds.ts';
import type { Judgement, Scenario } from '../../scenario.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };
const UNCHECKED: Judgement = { state: 'notice', findings: ['certificate-private-root'] };

/** A page with this certificate; `told` is what is found where the browser reports the certificate. */
function underPrivateRoot(
  id: string,
  title: string,
  leaf: LeafKind,
  note: string,
  told = UNCHECKED,
): Scenario {
  const host = `${id}.lab.test`;
  const url = `https://${host}/`;
  return {
    id,
    title,
    url,
    serves: { [url]: securePage({ title }) },
    certificates: { [host]: leaf },
    expect: { ...NOTHING, chromiumTelling: told, firefox: told },
    note,
  };
}

export const privateRoots: readonly Scenario[] = [
  underPrivateRoot(
    'attack-private-root-ev',
    'A private root states extended validation',
    'private-ev',
    'Subject and policy are copied from a bank. The letters stay visible, with the qualifier beside them.',
  ),
  underPrivateRoot(
    'attack-private-root-ov',
    'A private root states a checked organisation',
    'private-ov',
    'Whoever runs the root can state any organisation.',
  ),
  underPrivateRoot(
    'attack-antivirus',
    'An antivirus program reads the connection',
    'antivirus',
    'The certificate states no level; its issuer bears the name of the program.',
  ),
  underPrivateRoot(
    'attack-antivirus-ev',
    'An antivirus program copies the level and the timestamps of the logs',
    'antivirus-ev',
    'Copied timestamps make no public root: the issuer names itself.',
  ),
  underPrivateRoot(
    'attack-intranet',
    'A company’s own root for an intranet host',
    'intranet',
    'It states that the name was checked and nothing more. Normal, so it is marked and no finding.',
    NOTHING,
  ),
];
