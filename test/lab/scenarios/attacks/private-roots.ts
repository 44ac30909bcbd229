// Certificates of private roots, to which no public rule applies: no one audits what such a root states about a site's owner.
import type { Judgement, Scenario } from '../../scenario.ts';
import { reportedCertificate } from '../reported-certificate.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };
const UNCHECKED: Judgement = { state: 'notice', findings: ['certificate-private-root'] };

function underPrivateRoot(
  ...[id, title, leaf, note, told = UNCHECKED]: Parameters<typeof reportedCertificate>
): Scenario {
  return reportedCertificate(id, title, leaf, note, told);
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
