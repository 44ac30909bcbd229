// The sources of the judgements. A judgement names its rule by id; views and documents show the title and the link.

export const RULES = {
  'br-reserved-policies': {
    title: 'CA/Browser Forum Baseline Requirements, 7.1.6.1',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'br-one-policy': {
    title: 'CA/Browser Forum Baseline Requirements, 7.1.2.7.9',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'br-subject': {
    title: 'CA/Browser Forum Baseline Requirements, 7.1.2.7.2 to 7.1.2.7.5',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'br-public-suffix': {
    title: 'CA/Browser Forum Baseline Requirements, 3.2.2.6',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'rfc9525-names': {
    title: 'RFC 9525, 6.3 and 6.5',
    url: 'https://www.rfc-editor.org/rfc/rfc9525#section-6.3',
  },
  'sc-081v3': {
    title: 'CA/Browser Forum ballot SC-081v3',
    url: 'https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/',
  },
  'br-short-lived': {
    title: 'CA/Browser Forum Baseline Requirements, 1.6.1 (Short-lived Subscriber Certificate)',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'br-key-sizes': {
    title: 'CA/Browser Forum Baseline Requirements, 6.1.5',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'br-key-quality': {
    title: 'CA/Browser Forum Baseline Requirements, 6.1.6',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'br-signatures': {
    title: 'CA/Browser Forum Baseline Requirements, 7.1.3.2',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  },
  'rfc6962-embedding': { title: 'RFC 6962, 3.3', url: 'https://www.rfc-editor.org/rfc/rfc6962#section-3.3' },
} as const;

export type RuleId = keyof typeof RULES;
