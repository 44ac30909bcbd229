// The search results of the lab's log, correct and false ones.
import { isIpAddress } from './leaf-kinds.ts';
import { hasName, toIssuance } from './issuances.ts';
import type { Issuance, LoggedLeaf } from './issuances.ts';

/** Entries on a page: few, so that a second page is needed early; the real server has longer pages. */
const PAGE_SIZE = 2;
const OTHERS_IN_LIES = 3;

export interface Question {
  readonly host: string;
  readonly wildcards: boolean;
  /** Fields to return besides those that are always returned. */
  readonly expand: ReadonlySet<string>;
  /** Entries up to this one were returned before; 0 at first. */
  readonly after: number;
}

/** null: not a searchable name; like the real log, it searches only for registered domains and names below them. */
export function readQuestion(query: URLSearchParams): Question | null {
  const host = query.get('domain') ?? '';
  if (!host.includes('.') || isIpAddress(host)) return null;
  return {
    host,
    wildcards: query.get('match_wildcards') === 'true',
    expand: new Set(query.getAll('expand')),
    after: Number(query.get('after') ?? 0),
  };
}

/** All certificates for the host; `log`: oldest first. The id of an entry does not depend on the search. */
export function search(log: readonly LoggedLeaf[], question: Question): readonly Issuance[] {
  return log.flatMap((logged, index) =>
    hasName(logged, question.host, question.wildcards)
      ? [toIssuance(logged, index + 1, question.expand)]
      : [],
  );
}

/** The next page of the results; empty at the end. */
export function nextPage(found: readonly Issuance[], { after }: Question): readonly Issuance[] {
  return found.filter(({ id }) => Number(id) > after).slice(0, PAGE_SIZE);
}

/** Certificates of other hosts and an invalid one, all listed as the host's. */
export function lies(log: readonly LoggedLeaf[], question: Question): readonly Issuance[] {
  const { host, wildcards, expand } = question;
  const others = log.filter((logged) => !hasName(logged, host, wildcards)).slice(0, OTHERS_IN_LIES);
  const claims = others.map((logged, index) => toIssuance({ ...logged, names: [host] }, index + 1, expand));
  const broken = claims.slice(0, 1).map((claim) => ({
    ...claim,
    ...(claim.cert_der === undefined ? {} : { cert_der: claim.cert_der.slice(0, 400) }),
  }));
  return [...claims, ...broken];
}

/** Assigns new ids to combined entries. */
export function numbered(issuances: readonly Issuance[]): readonly Issuance[] {
  return issuances.map((issuance, index) => ({ ...issuance, id: String(index + 1) }));
}

/** A full page after any other: the same certificate repeatedly, a false one where there is none for the host. */
export function endlessPage(log: readonly LoggedLeaf[], question: Question): readonly Issuance[] {
  const [issuance] = [...search(log, question), ...lies(log, question)];
  if (issuance === undefined) return [];
  const ids = Array.from({ length: PAGE_SIZE }, (_, index) => question.after + index + 1);
  return ids.map((id) => ({ ...issuance, id: String(id) }));
}
