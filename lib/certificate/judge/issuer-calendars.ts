// What issuers announced about the lives of their own certificates, beside the rules for all. As of 2026-11-29. Organisations are compared whole.

export interface CalendarStep {
  /** Issued from then on, ms since epoch. */
  readonly from: number;
  /** Days that a certificate then lives. */
  readonly days: number;
  readonly source: string;
}

const LETS_ENCRYPT = 'https://letsencrypt.org/2025/12/02/from-90-to-45';

/** By organizationName of the issuer; steps oldest first. */
export const ISSUER_CALENDARS: Readonly<Record<string, readonly CalendarStep[]>> = {
  "Let's Encrypt": [
    { from: Date.UTC(2027, 1, 10), days: 64, source: LETS_ENCRYPT },
    { from: Date.UTC(2028, 1, 16), days: 45, source: LETS_ENCRYPT },
  ],
};

/** From then on new public server certificates carry no other purpose than servers. ms since epoch. */
export const SERVERS_ALONE_FROM = Date.UTC(2027, 2, 15);
/** Chrome Root Program Policy, version 1.8. */
export const SERVERS_ALONE_SOURCE = 'https://googlechrome.github.io/chromerootprogram/';
