// Is the certificate known to the public? Embedded timestamps say so (RFC 6962, 3.3). Their absence is a hint at a private root (a company
// proxy, an antivirus program), not a proof: timestamps may also come in the handshake.
import type { Certificate } from '../certificate.ts';
import type { RootJudgement } from './root.ts';
import type { RuleId } from './rules.ts';

export interface LoggingJudgement {
  readonly state:
    | 'publicly-logged'
    /** A precertificate is made for the logs. */
    | 'precertificate'
    /** The browser says that the root came with it. */
    | 'built-in-root'
    /** The browser says that the root was added to this computer. */
    | 'private-root'
    /** No timestamps, and the browser does not tell about the root: a hint only. */
    | 'possibly-private-root'
    /** A CA certificate, or one that is not for servers: logging is about server certificates. */
    | 'not-applicable';
  /** ms since epoch: when the first log saw it; null without timestamps, as in one that a log returned. */
  readonly loggedAt: number | null;
  readonly rule: RuleId;
}

/** `standing`: what is known of the root. */
export function judgeLogging(
  certificate: Certificate,
  standing: RootJudgement['standing'],
  isServer: boolean,
): LoggingJudgement {
  const loggedAt = earliestTimestamp(certificate);
  return { state: stateOf(certificate, standing, isServer), loggedAt, rule: 'rfc6962-embedding' };
}

function stateOf(
  { scts, precertificate }: Certificate,
  standing: RootJudgement['standing'],
  isServer: boolean,
): LoggingJudgement['state'] {
  if (scts.length > 0) return 'publicly-logged';
  if (!isServer) return 'not-applicable';
  if (precertificate) return 'precertificate';
  switch (standing) {
    case 'built-in':
      return 'built-in-root';
    case 'logged':
      return 'publicly-logged';
    case 'private':
    case 'organization':
      return 'private-root';
    case 'possibly-private':
    case 'self-issued':
    case 'unknown':
      return 'possibly-private-root';
  }
}

/** ms since epoch of the earliest embedded timestamp, or null. */
export function earliestTimestamp(certificate: Certificate): number | null {
  const times = certificate.scts.map(({ time }) => time);
  return times.length === 0 ? null : Math.min(...times);
}
