// Requests the addresses of a plan, a few at a time. A host that does not speak https is requested once, however many addresses it has.
import type { ProbePlan } from './plan.ts';
import { isOfHost } from './probe.ts';
import type { ProbeAnswer } from './probe.ts';
import { hostOf, isWorthGet, nextAddress, readAnswer } from './read-answer.ts';
import type { ProbeTrace } from './read-answer.ts';

/** Addresses that are requested at a time. */
export const AT_A_TIME = 4;
/** The most redirects within a host that are followed. */
const MAX_HOPS = 2;

/** The most requests for a plan: one for each address, and as many again for GET after HEAD and for redirects. */
export function maxRequests({ addresses }: Pick<ProbePlan, 'addresses'>): number {
  return 2 * addresses.length;
}

export interface ProbePorts {
  /** Sends one request and resolves to what the browser reported. Never rejects. */
  readonly ask: (address: string, method: 'HEAD' | 'GET') => Promise<ProbeTrace>;
  readonly isCancelled: () => boolean;
  readonly onAnswer: (address: string, answer: ProbeAnswer) => void;
}

/** Probes all addresses. Resolves with the last answer, or soon after it was cancelled. */
export async function runProbe({ addresses }: ProbePlan, ports: ProbePorts): Promise<void> {
  const waiting = [...addresses];
  /** The last answer of each host; null: its first request is running. */
  const hosts = new Map<string, ProbeAnswer | null>();
  let spare = maxRequests({ addresses }) - addresses.length;
  const maySendMore = (): boolean => {
    spare -= 1;
    return spare >= 0 && !ports.isCancelled();
  };
  /** Takes the next address, but no second one of a host whose first request is running: it may be unnecessary. */
  const take = (): string | undefined => {
    const at = waiting.findIndex((address) => hosts.get(hostOf(address)) !== null);
    return at === -1 ? undefined : waiting.splice(at, 1)[0];
  };
  const answerOne = async (address: string): Promise<void> => {
    const host = hostOf(address);
    const known = hosts.get(host) ?? null;
    if (!hosts.has(host)) hosts.set(host, null);
    const isKnown = known !== null && isOfHost(known);
    const answer = isKnown ? known : await askAddress(address, ports.ask, maySendMore);
    hosts.set(host, answer);
    if (!ports.isCancelled()) ports.onAnswer(address, answer);
  };
  const underWay = new Set<Promise<void>>();
  while (!ports.isCancelled()) {
    const address = underWay.size < AT_A_TIME ? take() : undefined;
    if (address !== undefined) {
      const one = answerOne(address).finally(() => underWay.delete(one));
      underWay.add(one);
    } else if (underWay.size > 0) await Promise.race(underWay);
    else return;
  }
  await Promise.all(underWay);
}

async function askAddress(
  address: string,
  ask: ProbePorts['ask'],
  maySendMore: () => boolean,
): Promise<ProbeAnswer> {
  for (let at = address, hop = 0; ; hop += 1) {
    let trace = await ask(at, 'HEAD');
    if (isWorthGet(trace) && maySendMore()) trace = await ask(at, 'GET');
    const next = hop < MAX_HOPS ? nextAddress(at, trace) : null;
    if (next === null || !maySendMore()) return readAnswer(at, trace);
    at = next;
  }
}
