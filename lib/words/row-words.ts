// Describes the three rows under the verdict (connection, certificate, content), each in one short line, for the popup and the report.
import { hasContentGaps } from '../verdict/gaps.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { BrowserIdentity } from './browser-identity.ts';
import { describeEnd } from './end-words.ts';
import { showHostile } from '../text/hostile-text.ts';
import { SOURCE_WORDS } from './certificate-source-words.ts';
import { keyFor } from './word-keys.ts';
import type { Words } from './words.ts';
import type { CertificateLine, VerdictRows } from '../verdict/verdict-rows.ts';

/** Separates the short values of a row, in every language. */
const SEPARATOR = ' · ';

/** The most characters of an organisation that a row shows. */
const MAX_NAME = 40;
/** The longest duration that is shown: ten years, in seconds. */
const MAX_HSTS = 10 * 31_536_000;
const DAY = 86_400_000;

/** The value of each subject's row. `connectionState`: what the browser reported about the connection, or null. `now`: ms since epoch. */
export function describeRows(
  words: Words,
  verdict: Verdict,
  browser: BrowserIdentity,
  connectionState: ConnectionState,
  now: number,
): Readonly<Record<'connection' | 'certificate' | 'content', string>> {
  return {
    connection: describeConnection(words, verdict.rows),
    certificate: describeCertificate(words, verdict.rows, browser, connectionState, now),
    content: describeContent(words, verdict),
  };
}

export type ConnectionState = 'secure' | 'weak' | 'broken' | 'insecure' | null;

function describeConnection(words: Words, { connection }: VerdictRows): string {
  const parts = [words.text(keyFor('row_connection', connection.kind))];
  if (connection.protocol !== null) parts.push(protocolName(connection.protocol));
  if (connection.hstsSeconds !== null && connection.hstsSeconds > 0)
    parts.push(words.text('row_hsts', hstsDuration(words, connection.hstsSeconds)));
  return parts.join(SEPARATOR);
}

/** The duration for which a site demands https; more than ten years are shown as such. `seconds`: the header's max-age. */
export function hstsDuration(words: Words, seconds: number): string {
  return seconds > MAX_HSTS
    ? words.text('hsts_more_than', words.duration(MAX_HSTS))
    : words.duration(seconds);
}

/** The usual spelling of a protocol, TLS 1.3, from Firefox's `TLSv1.3`. Characters that no protocol's name has are left out. */
export function protocolName(protocol: string): string {
  return protocol
    .slice(0, 20)
    .replace(/[^\w. ]/g, '')
    .replace(/^TLSv/, 'TLS ');
}

/** The browser's name, or "this browser". */
export function browserName(words: Words, browser: BrowserIdentity): string {
  return browser.name ?? words.text('popup_this_browser');
}

function describeCertificate(
  words: Words,
  { certificate }: VerdictRows,
  browser: BrowserIdentity,
  connectionState: ConnectionState,
  now: number,
): string {
  const name = browserName(words, browser);
  const line = certificate.line === null ? null : describeLine(words, certificate.line, now);
  switch (certificate.kind) {
    case 'told':
      // A weak or broken connection matters more than the certificate's subject.
      return connectionState === 'secure' && line !== null
        ? line
        : describeTold(words, name, connectionState);
    case 'implied':
      return line ?? words.text('row_certificate_implied');
    case 'not-seen':
      return line ?? words.text('row_certificate_not_seen');
    case 'refused':
      return words.text('row_certificate_refused', name);
    case 'overridden':
      return words.text('row_certificate_overridden');
    case 'none':
      return words.text('row_certificate_none');
  }
}

/** "OV · Example Ltd · 61 days left". */
function describeLine(words: Words, line: CertificateLine, now: number): string {
  const { level, qualifier, organization, source, at, notAfter } = line;
  // The compiler's Lowercase and toLowerCase() agree on these values.
  const parts = [words.text(keyFor('level_short', level.toLowerCase() as Lowercase<typeof level>))];
  if (qualifier !== null) parts.push(words.text(keyFor('level_qualifier', qualifier)));
  // An organisation that was not validated by public rules does not appear in the row.
  if (qualifier === null && organization !== null && (level === 'OV' || level === 'EV'))
    parts.push(showHostile(organization, MAX_NAME));
  parts.push(describeRest(words, notAfter, now));
  const origin = SOURCE_WORDS[source].inRow(words, at);
  if (origin !== null) parts.push(origin);
  return parts.join(SEPARATOR);
}

/** With less time left than this, the row describes when the certificate ends instead of counting days. */
const NEAR = 10 * DAY;

function describeRest(words: Words, notAfter: number, now: number): string {
  const left = notAfter + 1000 - now;
  if (left <= 0) return words.text('row_certificate_over', words.date(notAfter));
  return left < NEAR
    ? describeEnd(words, notAfter, now)
    : words.count('row_certificate_days_left', Math.floor(left / DAY), words.date(notAfter));
}

function describeTold(words: Words, name: string, state: ConnectionState): string {
  switch (state) {
    case 'weak':
      return words.text('row_certificate_weak');
    case 'broken':
    case 'insecure':
      return words.text('row_certificate_broken', name);
    case 'secure':
    case null:
      return words.text('row_certificate_accepted', name);
  }
}

function describeContent(words: Words, { rows, gaps }: Verdict): string {
  const { known, outcomes, sensitiveFields } = rows.content;
  if (!known) return words.text('row_content_unknown');
  const upgraded = outcomes.upgraded + outcomes['upgraded-by-policy'];
  const parts = [
    outcomes.loaded > 0 ? words.count('row_loaded', outcomes.loaded) : '',
    outcomes['would-be-sent'] > 0 ? words.count('row_would_be_sent', outcomes['would-be-sent']) : '',
    outcomes.blocked > 0 ? words.count('row_blocked', outcomes.blocked) : '',
    outcomes.unknown > 0 ? words.count('row_unclear', outcomes.unknown) : '',
    upgraded > 0 ? words.count('row_upgraded', upgraded) : '',
    outcomes['not-loaded'] > 0 ? words.count('row_not_loaded', outcomes['not-loaded']) : '',
  ].filter((part) => part !== '');
  // On an http page the fields matter most; on an https page they are not worth a note.
  const isPlain = rows.connection.kind === 'http-public' || rows.connection.kind === 'http-private';
  if (isPlain) {
    parts.unshift(
      sensitiveFields > 0
        ? words.count('row_sensitive_fields', sensitiveFields)
        : words.text('row_content_no_fields'),
    );
  }
  if (hasContentGaps(gaps)) parts.push(words.text('reason_word_not_wholly_checked'));
  return parts.length === 0 ? words.text('row_content_clean') : parts.join(SEPARATOR);
}
