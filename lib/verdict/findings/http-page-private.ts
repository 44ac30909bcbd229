// The page came unencrypted, but within the local network: anyone in that network can read and change it.
import { classifyAddress } from '../../address/address.ts';
import { wasAnswered } from '../../record/navigation.ts';
import { addressEvidence, found } from '../evidence.ts';
import { pageAt } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'http-page-private',
  severity: 'warning',
  subject: 'connection',
  needs: ['address'],
  find: (record) =>
    classifyAddress(record.url) === 'http-private' && wasAnswered(record)
      ? found([addressEvidence(record)])
      : null,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    "The page's address is plain http and its host is a private address or a name that only a local network answers for.",
  doesNotSay: 'Who is in that network, or how far it reaches.',
};

export const examples = (): FindingExamples => ({
  fires: [pageAt('http://192.168.1.20/'), pageAt('http://printer.local/'), pageAt('http://router/')],
  silent: [pageAt('http://example.com/'), pageAt('http://127.0.0.1/'), pageAt('https://192.168.1.20/')],
});
