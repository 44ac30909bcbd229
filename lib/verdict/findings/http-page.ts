// The page itself came in clear text over the internet. https://www.w3.org/TR/secure-contexts/#threat-models
import { classifyAddress } from '../../address/address.ts';
import { wasAnswered } from '../../record/navigation.ts';
import { addressEvidence, found } from '../evidence.ts';
import { pageAt } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

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

export const examples = (): FindingExamples => ({
  fires: [pageAt('http://example.com/'), pageAt('http://203.0.113.10/'), pageAt('http://[2001:db8::1]/')],
  silent: [
    pageAt('https://example.com/'),
    pageAt('http://localhost:8080/'),
    pageAt('http://printer.local/'),
    pageAt('file:///home/index.html'),
  ],
});
