// A one-time code field that the connection does not protect (`autocomplete=one-time-code`).
import { findExposedFields } from '../evidence.ts';
import { frameAt, pageAt, withFields } from '../example.ts';
import type { Finding, FindingDocs, FindingExamples } from '../finding.ts';

export const finding = {
  id: 'one-time-code-over-http',
  severity: 'danger',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'oneTimeCode'),
} as const satisfies Finding;

export const docs: FindingDocs = {
  finds:
    'A frame shows a field for a one-time code (`autocomplete="one-time-code"` in any case, or a name, id, placeholder or label such as `smscode`, `otp` or 短信验证码) without protection, as in [password-over-http](#password-over-http).',
  doesNotSay: 'Whether a field without that attribute asks for a code.',
};

export const examples = (): FindingExamples => ({
  fires: [
    withFields(pageAt('http://example.com/'), { oneTimeCode: 1 }),
    // An https frame inside an insecure page: the surrounding page can replace it.
    pageAt('http://example.com/', {
      frames: { '7': frameAt('https://login.example.com/', false, { oneTimeCode: 1 }) },
    }),
  ],
  silent: [
    withFields(pageAt('https://example.com/'), { oneTimeCode: 1 }),
    withFields(pageAt('http://localhost/'), { oneTimeCode: 1 }),
    pageAt('http://example.com/'),
  ],
});
