// A one-time code field that the connection does not protect (`autocomplete=one-time-code`).
import { NO_FIELDS } from '../../page/report.ts';
import { findExposedFields } from '../evidence.ts';
import { pageAt, withFields } from '../example.ts';
import type { Finding, FindingExamples } from '../finding.ts';

export const finding: Finding = {
  id: 'one-time-code-over-http',
  severity: 'danger',
  subject: 'content',
  needs: ['content'],
  find: (record) => findExposedFields(record, 'oneTimeCode'),
};

export const examples = (): FindingExamples => ({
  fires: [
    withFields(pageAt('http://example.com/'), { oneTimeCode: 1 }),
    // An https frame inside an insecure page: the page around it can replace it.
    pageAt('http://example.com/', {
      frames: {
        '7': {
          url: 'https://login.example.com/',
          secureContext: false,
          fields: { ...NO_FIELDS, oneTimeCode: 1 },
          dropped: 0,
        },
      },
    }),
  ],
  silent: [
    withFields(pageAt('https://example.com/'), { oneTimeCode: 1 }),
    withFields(pageAt('http://localhost/'), { oneTimeCode: 1 }),
    pageAt('http://example.com/'),
  ],
});
