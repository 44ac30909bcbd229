// The way began in clear text and was redirected to https: the first request is open to whoever is on the network (RFC 6797, 2.3.1).
import { classifyAddress } from '../../address/address.ts';
import { findHops } from '../evidence.ts';
import { pageVia } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'insecure-start',
  severity: 'advice',
  subject: 'connection',
  needs: ['navigation'],
  find: (record) => (classifyAddress(record.url) === 'https' ? findHops(record, false) : null),
} as const satisfies Finding;

export const examples = (): FindingExamples => ({
  fires: [pageVia('http://example.com/', 'https://example.com/')],
  silent: [
    pageVia('https://example.com/'),
    pageVia('http://example.com/', 'http://example.com/home'),
    pageVia('http://localhost/', 'https://example.com/'),
  ],
});
