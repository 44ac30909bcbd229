// The page itself came unencrypted over the internet. https://www.w3.org/TR/secure-contexts/#threat-models
import { classifyAddress } from '../../address/address.ts';
import { wasAnswered } from '../../record/navigation.ts';
import { addressEvidence, found } from '../evidence.ts';
import { pageAt } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'http-page',
  severity: 'danger',
  subject: 'connection',
  needs: ['address'],
  find: (record) =>
    classifyAddress(record.url) === 'http-public' && wasAnswered(record)
      ? found([addressEvidence(record)])
      : null,
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds: "The page's address is plain http and its host can be on the internet.",
  doesNotSay: 'Who is on the network, whether anyone reads or changes anything, or who runs the site.',
};

export const examples = (): FindingExamples => ({
  fires: [pageAt('http://example.com/'), pageAt('http://203.0.113.10/'), pageAt('http://[2001:db8::1]/')],
  silent: [
    pageAt('https://example.com/'),
    pageAt('http://localhost:8080/'),
    pageAt('http://printer.local/'),
    pageAt('file:///home/index.html'),
  ],
});
