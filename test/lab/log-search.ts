// What the lab's log finds for a question, truly and untruly.
import { isIpAddress } from './leaf-kinds.ts';
import { hasName, toIssuance } from './issuances.ts';
import type { Issuance, LoggedLeaf } from './issuances.ts';

/** Short, so that the second page is needed soon; the real server has longer ones. */
const PAGE_SIZE = 2;
const OTHERS_IN_LIES = 3;

export interface Question {
  readonly host: string;
  readonly wildcards: boolean;
  /** Fields to return beside those that are always returned. */
  readonly expand: ReadonlySet<string>;
  /** Entries up to this one were returned before; 0 at first. */
  readonly after: number;
}

/** null: nothing that the log searches for, as the real one searches for registered domains and below them alone. */
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

/** All certificates for the host; `log`: oldest first. An entry keeps its id whatever is asked. */
export function search(log: readonly LoggedLeaf[], question: Question): readonly Issuance[] {
  return log.flatMap((logged, index) =>
    hasName(logged, question.host, question.wildcards)
      ? [toIssuance(logged, index + 1, question.expand)]
      : [],
  );
}

/** The next page of what was found; empty at the end. */
export function nextPage(found: readonly Issuance[], { after }: Question): readonly Issuance[] {
  return found.filter(({ id }) => Number(id) > after).slice(0, PAGE_SIZE);
}

/** Certificates of other hosts and one that is none, all of which claim to be the host's. */
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

/** Ids anew, for entries that were put together. */
export function numbered(issuances: readonly Issuance[]): readonly Issuance[] {
  return issuances.map((issuance, index) => ({ ...issuance, id: String(index + 1) }));
}

/** A full page after any other: one certificate over and over, a lie where there is none for the host. */
export function endlessPage(log: readonly LoggedLeaf[], question: Question): readonly Issuance[] {
  const [issuance] = [...search(log, question), ...lies(log, question)];
  if (issuance === undefined) return [];
  const ids = Array.from({ length: PAGE_SIZE }, (_, index) => question.after + index + 1);
  return ids.map((id) => ({ ...issuance, id: String(id) }));
}
