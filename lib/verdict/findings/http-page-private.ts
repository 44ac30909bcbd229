// Clear text, but only within the local network: whoever is in it can read and change the page.
import { classifyAddress } from '../../address/address.ts';
import { wasAnswered } from '../../record/navigation.ts';
import { addressEvidence, found } from '../evidence.ts';
import { pageAt } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

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

export const examples = (): FindingExamples => ({
  fires: [pageAt('http://192.168.1.20/'), pageAt('http://printer.local/'), pageAt('http://router/')],
  silent: [pageAt('http://example.com/'), pageAt('http://127.0.0.1/'), pageAt('https://192.168.1.20/')],
});
