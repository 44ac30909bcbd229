// The navigation began over http and was redirected to https: anyone on the network can read and change the first request (RFC 6797, 2.3.1).
import { classifyAddress } from '../../address/address.ts';
import { findHops } from '../evidence.ts';
import { pageVia } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'insecure-start',
  severity: 'advice',
  subject: 'connection',
  needs: ['navigation'],
  find: (record) => (classifyAddress(record.url) === 'https' ? findHops(record, false) : null),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds: 'The way to an https page began with a plain http request that went out and was redirected.',
  doesNotSay: 'That the site lacks https, or that this visit was led elsewhere.',
};

export const examples = (): FindingExamples => ({
  fires: [pageVia('http://example.com/', 'https://example.com/')],
  silent: [
    pageVia('https://example.com/'),
    pageVia('http://example.com/', 'http://example.com/home'),
    pageVia('http://localhost/', 'https://example.com/'),
  ],
});
