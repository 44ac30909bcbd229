// The page refers to its own host over http: an application behind a TLS proxy does not know that it is reached over https. If one place is the
// source of all these addresses, the evidence names it.
import { parseAddress } from '../../address/address.ts';
import type { PageRecord } from '../../record/record.ts';
import { found, mixedEvidence } from '../evidence.ts';
import { frameAt, mixedEntry, pageAt, pageWithMixed } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';
import type { Evidence } from '../terms.ts';
import type { MixedEntry } from '../../mixed-content/mixed-entry.ts';

export const finding = {
  id: 'own-host-over-http',
  severity: 'advice',
  subject: 'content',
  needs: ['content'],
  find: (record) => {
    if (!record.url.startsWith('https:')) return null;
    const host = hostOf(record.url);
    const own = record.mixed.filter(({ url, frameId }) => frameId === 0 && hostOf(url) === host);
    return found([...placesOf(record, own), ...own.map(mixedEvidence)], own.length);
  },
} as const satisfies Finding;

/** The host without its port: an application that does not know the scheme does not know the port either. */
function hostOf(url: string): string | null {
  return parseAddress(url)?.hostname ?? null;
}

/** The single source of these addresses, if there is one: a `<base>`, or a file other than the page itself. */
function placesOf({ frames, url }: PageRecord, own: readonly MixedEntry[]): readonly Evidence[] {
  const base = frames['0']?.base ?? null;
  if (own.length > 0 && base !== null && hostOf(base) === hostOf(url))
    return [{ source: 'insecure-base', params: [base] }];
  const [file, ...others] = new Set(own.map(({ source }) => source?.url ?? null));
  return file === undefined || file === null || file === url || others.length > 0
    ? []
    : [{ source: 'one-source', params: [file] }];
}

export const docs: FindingDocs = {
  finds:
    'An https page names its own host by http: usually an application behind a proxy that ends TLS, which does not know the scheme. Where one `<base>` or one file makes all of these addresses, the evidence names it.',
  doesNotSay: 'That a proxy is there, or which setting is wrong.',
};

export const examples = (): FindingExamples => ({
  fires: [
    pageWithMixed({ url: 'http://example.com/app.css' }),
    pageAt('https://example.com/', {
      frames: { '0': { ...frameAt('https://example.com/', true), base: 'http://example.com/' } },
      mixed: [mixedEntry({ url: 'http://example.com/a.js' })],
    }),
    pageWithMixed({
      url: 'http://example.com/part.css',
      source: { url: 'https://example.com/app.css', line: 0, column: 0 },
    }),
  ],
  silent: [
    pageAt('https://example.com/'),
    pageWithMixed({ url: 'http://cdn.example.net/app.css' }),
    pageWithMixed({ url: 'http://example.com/app.css', frameId: 3, frameUrl: 'https://other.example/' }),
  ],
});
