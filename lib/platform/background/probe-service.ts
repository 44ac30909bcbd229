// Carries out the command to probe hosts for https: one probe per tab at a time. Its progress is stored where every view of the tab can read it, and
// removed with the tab.
import { narrowPlan, planProbe } from '../../probe/plan.ts';
import type { ProbeState } from '../../probe/probe.ts';
import { runProbe } from '../../probe/run-probe.ts';
import type { ProbePorts } from '../../probe/run-probe.ts';
import type { PageRecord } from '../../record/record.ts';

/** The network, for the duration of one probe. */
export interface ProbeNetwork {
  readonly ask: ProbePorts['ask'];
  readonly close: () => void;
}

export interface ProbeServicePorts {
  readonly now: () => number;
  readonly currentPage: (tabId: number) => Promise<PageRecord | null>;
  readonly read: (tabId: number) => Promise<ProbeState | null>;
  readonly store: (tabId: number, state: ProbeState) => Promise<void>;
  readonly open: (signal: AbortSignal) => ProbeNetwork;
}

/** Why a probe was stopped: its tab is gone, so nobody reads the result. */
const FORGOTTEN = Symbol('forgotten');

export class ProbeService {
  readonly #ports: ProbeServicePorts;
  readonly #running = new Map<number, AbortController>();

  constructor(ports: ProbeServicePorts) {
    this.#ports = ports;
  }

  /** Requests the hosts that the user was shown for the page in a tab. Resolves when the probe is over. */
  async start(tabId: number, hosts: readonly string[]): Promise<void> {
    if (this.#running.has(tabId)) return;
    const controller = new AbortController();
    this.#running.set(tabId, controller);
    try {
      const page = await this.#ports.currentPage(tabId);
      if (page !== null) await this.#run(tabId, page, hosts, controller);
    } finally {
      this.#running.delete(tabId);
    }
  }

  /** Stops a probe; results so far stay. */
  async cancel(tabId: number): Promise<void> {
    const controller = this.#running.get(tabId);
    if (controller !== undefined) return controller.abort();
    // The background that ran it was stopped.
    const state = await this.#ports.read(tabId);
    if (state?.phase === 'asking') await this.#ports.store(tabId, { ...state, phase: 'cancelled' });
  }

  /** The tab was closed: nothing more is stored about it. */
  forget(tabId: number): void {
    this.#running.get(tabId)?.abort(FORGOTTEN);
  }

  async #run(
    tabId: number,
    page: PageRecord,
    hosts: readonly string[],
    { signal }: AbortController,
  ): Promise<void> {
    const { now, store, open } = this.#ports;
    const plan = narrowPlan(planProbe(page.mixed, page.url), hosts);
    const total = plan.addresses.length;
    let state: ProbeState = { documentId: page.documentId, phase: 'asking', at: now(), total, answers: {} };
    // Writes are serial; the next one makes up for a failed one.
    let writing: Promise<unknown> = store(tabId, state);
    const put = (change: Partial<ProbeState>): void => {
      state = { ...state, ...change, at: now() };
      const written = state;
      writing = writing
        .catch(() => undefined)
        .then(() => (signal.reason === FORGOTTEN ? undefined : store(tabId, written)));
    };
    const network = open(signal);
    try {
      await runProbe(plan, {
        ask: network.ask,
        isCancelled: () => signal.aborted,
        onAnswer: (address, answer) => put({ answers: { ...state.answers, [address]: answer } }),
      });
    } finally {
      network.close();
    }
    put({ phase: signal.aborted ? 'cancelled' : 'done' });
    await writing;
  }
}
