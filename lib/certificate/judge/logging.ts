// Judges whether the certificate is in public logs. Embedded timestamps show it (RFC 6962, 3.3). Their absence is only a hint at a private root (a
// company proxy, an antivirus program), because timestamps may also come in the handshake.
import type { Certificate } from '../certificate.ts';
import type { RootJudgement } from './root.ts';
import type { RuleId } from './rules.ts';

export interface LoggingJudgement {
  readonly state:
    | 'publicly-logged'
    /** A precertificate, which is made for the logs. */
    | 'precertificate'
    /** The browser reports that the root is one of its own. */
    | 'built-in-root'
    /** The browser reports that the root was added to this device. */
    | 'private-root'
    /** No timestamps, and the browser reports nothing about the root: a hint only. */
    | 'possibly-private-root'
    /** A CA certificate, or one that is not for servers: only server certificates are logged. */
    | 'not-applicable';
  /** ms since epoch of the first log entry; null without timestamps, as in a certificate that a log returned. */
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
