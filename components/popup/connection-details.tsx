// The connection: what the browser reported of the encryption, whether the next visit stays encrypted, and the redirects of the navigation.
import type { ReactNode } from 'react';
import { connectionOf } from '../../lib/record/certificates.ts';
import type { PageRecord } from '../../lib/record/record.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import { hstsDuration, protocolName } from '../../lib/words/row-words.ts';
import type { Words } from '../../lib/words/words.ts';
import { CodeText } from '../ui/code-text.tsx';
import { Facts } from '../ui/facts.tsx';
import type { FactItem } from '../ui/facts.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './details.module.css';
import type { Navigation, PageHeaders } from '../../lib/record/navigation-record.ts';
import type { ConnectionReport } from '../../lib/record/certificate-record.ts';

interface ConnectionDetailsProps {
  readonly record: PageRecord;
  readonly verdict: Verdict;
}

export function ConnectionDetails({ record, verdict }: ConnectionDetailsProps): ReactNode {
  const words = useWords();
  const { kind } = verdict.rows.connection;
  const { navigation } = record;
  const connection = connectionOf(record);
  return (
    <div className={css.details}>
      {kind === 'refused' && <p>{words.text('connection_refused')}</p>}
      <Facts
        items={[
          { label: words.text('connection_address'), value: <CodeText text={record.url} /> },
          encryptionFact(words, verdict, connection),
          codeFact(words.text('connection_cipher'), connection?.cipherSuite ?? null),
          codeFact(words.text('connection_key_exchange'), connection?.keyExchange ?? null),
          helloFact(words, connection),
          kind === 'https' ? hstsFact(words, record) : null,
          navigation?.fromCache === true
            ? { label: words.text('connection_cached'), value: words.text('connection_cached_yes') }
            : null,
          redirectsFact(words, verdict, navigation),
        ]}
      />
    </div>
  );
}

function encryptionFact(
  words: Words,
  verdict: Verdict,
  connection: ConnectionReport | null,
): FactItem | null {
  const label = words.text('connection_encryption');
  const { kind } = verdict.rows.connection;
  switch (kind) {
    case 'https':
      return {
        label,
        value: connection?.protocol == null ? words.text('ui_not_told') : protocolName(connection.protocol),
      };
    case 'http-public':
    case 'http-private':
      return { label, value: words.text('connection_not_encrypted') };
    case 'local':
      return { label, value: words.text('connection_local') };
    case 'refused':
    case 'none':
      return null;
  }
}

function codeFact(label: string, text: string | null): FactItem | null {
  return text === null ? null : { label, value: <CodeText text={text} /> };
}

function helloFact(words: Words, connection: ConnectionReport | null): FactItem | null {
  if (connection === null || connection.encryptedClientHello === null) return null;
  return {
    label: words.text('connection_ech'),
    value: words.text(connection.encryptedClientHello ? 'connection_ech_yes' : 'connection_ech_no'),
  };
}

function hstsFact(words: Words, { navigation, hstsMeta }: PageRecord): FactItem {
  const label = words.text('connection_hsts');
  const headers = navigation?.headers ?? null;
  // Chromium's cache does not store this header (see isHstsKnown in lib/verdict/assess.ts).
  const isUnknown = headers === null || (navigation?.fromCache === true && headers.hsts === null);
  return { label, value: isUnknown ? words.text('ui_not_seen') : describeHsts(words, headers, hstsMeta) };
}

function describeHsts(
  words: Words,
  { hsts, invalidHsts }: PageHeaders,
  hstsMeta: string | undefined,
): string {
  if (invalidHsts !== null || (hsts === null && hstsMeta !== undefined))
    return words.text('connection_hsts_invalid');
  if (hsts === null) return words.text('connection_hsts_missing');
  if (hsts.maxAge <= 0) return words.text('connection_hsts_off');
  return words.list([
    hstsDuration(words, hsts.maxAge),
    ...(hsts.includeSubDomains ? [words.text('connection_hsts_subdomains')] : []),
    ...(hsts.preload ? [words.text('connection_hsts_preload')] : []),
  ]);
}

/** The redirects, or the statement that the navigation was not observed. */
function redirectsFact(words: Words, verdict: Verdict, navigation: Navigation | null): FactItem | null {
  const label = words.text('connection_way');
  const isUnseen = verdict.gaps.some(
    ({ kind }) => kind === 'navigation-not-seen' || kind === 'redirects-not-seen',
  );
  if (isUnseen && !navigation?.hops.length) return { label, value: words.text('ui_not_seen') };
  return navigation === null || navigation.hops.length === 0
    ? null
    : { label, value: <Redirects navigation={navigation} /> };
}

function Redirects({ navigation }: { readonly navigation: Navigation }): ReactNode {
  const words = useWords();
  return (
    <ol className={css.way}>
      {navigation.hops.map((hop, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a navigation can pass an address twice, and the order of its redirects never changes
        <li key={index}>
          <CodeText text={hop.url} max={160} />
          <span className={css.remark}>
            {hop.internal
              ? words.text('connection_hop_internal')
              : hop.status !== null && words.text('connection_hop_status', String(hop.status))}
          </span>
        </li>
      ))}
      <li>
        <CodeText text={navigation.url} max={160} />
        <span className={css.remark}>{words.text('connection_hop_last')}</span>
      </li>
    </ol>
  );
}
