// A payment card field that the connection does not protect (`autocomplete=cc-*`, HTML standard 4.10.18.7).
import { findExposedFields } from '../evidence.ts';
import { frameAt, pageAt, withFields } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'card-over-http',
  severity: 'danger',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'card'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'A frame shows a field for card data without protection, as in [password-over-http](#password-over-http). Card fields are known by `autocomplete="cc-…"` in any case, or by a name, id, placeholder or label such as `cardNumber`, `bankcard` or 银行卡号; fields for the number of an identity card (身份证) count as well.',
  doesNotSay: 'Whether a field with neither asks for a card number, or where the form leads.',
};

export const examples = (): FindingExamples => ({
  fires: [
    withFields(pageAt('http://example.com/'), { card: 1 }),
    // An https frame inside an insecure page: the surrounding page can replace it.
    pageAt('http://example.com/', {
      frames: { '7': frameAt('https://login.example.com/', false, { card: 1 }) },
    }),
  ],
  silent: [
    withFields(pageAt('https://example.com/'), { card: 1 }),
    withFields(pageAt('http://localhost/'), { card: 1 }),
    pageAt('http://example.com/'),
  ],
});
