// Describes a certificate's judgements in sentences, for the popup and the copied report. Values from the certificate are parameters, which are shown
// as hostile text: bounded, with every invisible character made visible.
import type { Certificate, DistinguishedName } from '../certificate/certificate.ts';
import type { HostCoverage } from '../certificate/judge/coverage.ts';
import type { WatchedAct } from '../certificate/judge/issuer-watch.ts';
import type { CertificateJudgement } from '../certificate/judge/judge-certificate.ts';
import type { LifetimeJudgement } from '../certificate/judge/lifetime.ts';
import type { LoggingJudgement } from '../certificate/judge/logging.ts';
import { ATTRIBUTE, attributeValues, statedValues } from '../certificate/describe/name-text.ts';
import { describeEnd } from './end-words.ts';
import { showHostile } from '../text/hostile-text.ts';
import { MAX_ATTRIBUTE } from './level-words.ts';
import { keyFor } from './word-keys.ts';
import type { Words } from './words.ts';

const DAY = 86_400_000;

/** The subject, as in "Example GmbH, Berlin, DE"; null when it names neither an organisation nor a natural person. */
export function describeOwner({ subject }: Certificate): string | null {
  const of = (oid: string): readonly string[] => statedValues(subject, oid).slice(0, 1);
  const person = [...of(ATTRIBUTE.givenName), ...of(ATTRIBUTE.surname)].join(' ');
  const names = [...of(ATTRIBUTE.organization), ...(person === '' ? [] : [person])];
  if (names.length === 0) return null;
  const place = [
    ...(of(ATTRIBUTE.locality).length > 0 ? of(ATTRIBUTE.locality) : of(ATTRIBUTE.state)),
    ...of(ATTRIBUTE.country),
  ];
  return [...names, ...place].map((text) => showHostile(text, MAX_ATTRIBUTE)).join(', ');
}

/** A CA by its common name and organisation, as in "R11, Let's Encrypt"; null when it has neither. */
export function describeIssuer(name: DistinguishedName): string | null {
  const parts = [ATTRIBUTE.commonName, ATTRIBUTE.organization].flatMap((oid) =>
    attributeValues(name, oid).slice(0, 1),
  );
  return parts.length === 0 ? null : parts.map((text) => showHostile(text, MAX_ATTRIBUTE)).join(', ');
}

/** The remaining lifetime in one sentence, with number and date. `now`: ms since epoch. */
export function describeLeft(
  words: Words,
  { notBefore, notAfter }: Certificate,
  { state, left, days }: LifetimeJudgement,
  now: number,
): string {
  switch (state) {
    case 'expired':
      return words.text('validity_over', words.dateTime(notAfter));
    case 'not-yet-valid':
      return words.text('validity_early', words.dateTime(notBefore));
    case 'notice':
    case 'warning':
      return asSentence(describeEnd(words, notAfter, now));
    case 'ample':
    case 'renewal-window':
    case 'renewal-due':
      return left < DAY
        ? asSentence(describeEnd(words, notAfter, now))
        : words.count('validity_left', Math.floor(left / DAY), words.number(days), words.date(notAfter));
  }
}

function asSentence(part: string): string {
  return part.slice(0, 1).toUpperCase() + part.slice(1);
}

/** Further sentences on the lifetime: when to renew, and the limits. `now`: ms since epoch. */
export function describeLife(words: Words, judged: LifetimeJudgement, now: number): readonly string[] {
  const { state, reissueAt, shortLived, withinLimit, limitDays, nextLimitDays } = judged;
  const isOver = state === 'expired';
  return [
    ...(isOver || state === 'not-yet-valid'
      ? []
      : [words.text(now < reissueAt ? 'validity_reissue' : 'validity_reissue_due', words.date(reissueAt))]),
    ...(shortLived ? [words.text('validity_short_lived')] : []),
    ...(withinLimit === false && limitDays !== null ? [words.text('validity_beyond_limit', limitDays)] : []),
    ...(nextLimitDays !== null && limitDays !== null && nextLimitDays < limitDays
      ? [words.count('validity_next_limit', nextLimitDays)]
      : []),
  ];
}

/** The reason why a host is covered or not. */
export function coverageReason(words: Words, { reason, entry }: HostCoverage): string {
  return words.text(keyFor('coverage_reason', reason), entry ?? '');
}

/** Remarks about the certificate: issuer watch, weak key or signature, logging, root. */
export function describeRemarks(
  words: Words,
  certificate: Certificate,
  { watch, weaknesses, logging, root, purpose }: CertificateJudgement,
): readonly string[] {
  return [
    ...weaknesses.map(({ code, bits }) => words.text(keyFor('weakness', code), bits ?? 0)),
    ...(watch === null
      ? []
      : [
          words.text(keyFor('watch_evidence', watch.evidence), watch.matched),
          ...watch.acts.filter(({ applies }) => applies !== false).map((act) => describeAct(words, act)),
        ]),
    ...(certificate.selfIssued ? [words.text('certificate_self_issued')] : []),
    ...(root.interceptor === null ? [] : [words.text('interceptor_named', root.interceptor)]),
    ...(root.standing === 'organization'
      ? [words.text('root_organization')]
      : describeLogging(words, logging)),
    ...(purpose.purposes === null || purpose.isServer || purpose.isIssuer
      ? []
      : [
          words.text(
            'certificate_not_for_servers',
            words.list(purpose.purposes.map((one) => words.text(keyFor('purpose', one)))),
          ),
        ]),
  ];
}

function describeLogging(words: Words, { state, loggedAt }: LoggingJudgement): readonly string[] {
  switch (state) {
    case 'publicly-logged':
      return loggedAt === null ? [] : [words.text('logging_publicly_logged', words.date(loggedAt))];
    case 'precertificate':
    case 'built-in-root':
    case 'private-root':
    case 'possibly-private-root':
      return [words.text(keyFor('logging', state))];
    case 'not-applicable':
      return [];
  }
}

function describeAct(words: Words, { act }: WatchedAct): string {
  const release = `${act.browser} ${act.release}`;
  const since = words.date(Date.parse(act.since));
  const { trusts } = act;
  return trusts.what === 'nothing'
    ? words.text('watch_act_nothing', release, since)
    : words.text(keyFor('watch_act', trusts.what), release, since, words.date(trusts.time));
}
