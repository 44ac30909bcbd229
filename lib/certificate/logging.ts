// Is the certificate known to the public? Embedded timestamps say so (RFC 6962, 3.3). Their absence is a hint at a private root (a company
// proxy, an antivirus program), not a proof: timestamps may also come in the handshake.
import type { Certificate } from './certificate.ts';
import { isCa } from './details.ts';
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
    /** A CA certificate: logging is about server certificates. */
    | 'not-applicable';
  /** ms since epoch: when the first log saw it; null without timestamps. */
  readonly loggedAt: number | null;
  readonly rule: RuleId;
}

/** `rootIsBuiltIn` is what the browser says about the last certificate of the chain, null when it does not tell. */
export function judgeLogging(
  certificate: Certificate,
  rootIsBuiltIn: boolean | null = null,
): LoggingJudgement {
  const rule = 'rfc6962-embedding';
  const loggedAt = earliestTimestamp(certificate);
  if (loggedAt !== null) return { state: 'publicly-logged', loggedAt, rule };
  if (isCa(certificate)) return { state: 'not-applicable', loggedAt, rule };
  if (certificate.precertificate) return { state: 'precertificate', loggedAt, rule };
  if (rootIsBuiltIn === null) return { state: 'possibly-private-root', loggedAt, rule };
  return { state: rootIsBuiltIn ? 'built-in-root' : 'private-root', loggedAt, rule };
}

/** ms since epoch of the earliest embedded timestamp, or null. */
export function earliestTimestamp(certificate: Certificate): number | null {
  const times = certificate.scts.map(({ time }) => time);
  return times.length === 0 ? null : Math.min(...times);
}
