// Asks the addresses of a plan, a few at a time. A host that speaks no https is asked once, however many addresses it has.
import type { ProbePlan } from './plan.ts';
import { isOfHost } from './probe.ts';
import type { ProbeAnswer } from './probe.ts';
import { hostOf, isWorthGet, nextAddress, readAnswer } from './read-answer.ts';
import type { ProbeTrace } from './read-answer.ts';

/** Addresses asked at a time. */
export const AT_A_TIME = 4;
/** Redirects within a host that are followed. */
const MAX_HOPS = 2;

export interface ProbePorts {
  /** Sends one request and gives what the browser told of it. Never rejects. */
  readonly ask: (address: string, method: 'HEAD' | 'GET') => Promise<ProbeTrace>;
  readonly isCancelled: () => boolean;
  readonly onAnswer: (address: string, answer: ProbeAnswer) => void;
}

/** Asks everything; resolves when the last answer is there, or soon after it was cancelled. */
export async function runProbe({ addresses }: ProbePlan, ports: ProbePorts): Promise<void> {
  const refused = new Map<string, ProbeAnswer>();
  const waiting = [...addresses];
  const work = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (ports.isCancelled()) return;
      const known = refused.get(hostOf(address));
      const answer = known ?? (await askAddress(address, ports));
      if (isOfHost(answer)) refused.set(hostOf(address), answer);
      if (!ports.isCancelled()) ports.onAnswer(address, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

async function askAddress(address: string, { ask, isCancelled }: ProbePorts): Promise<ProbeAnswer> {
  for (let at = address, hop = 0; ; hop += 1) {
    let trace = await ask(at, 'HEAD');
    if (isWorthGet(trace) && !isCancelled()) trace = await ask(at, 'GET');
    const next = hop < MAX_HOPS ? nextAddress(at, trace) : null;
    if (next === null || isCancelled()) return readAnswer(at, trace);
    at = next;
  }
}
