// Stores errors and refused messages for the user's diagnostics. Each write stores everything that has arrived since the last one, so that a page
// that sends many refused messages causes few writes.
import { addIncident, describeError, readDiagnostics } from '../../diagnostics/diagnostics.ts';
import type { Incident } from '../../diagnostics/diagnostics.ts';
import { DIAGNOSTICS_KEY } from '../storage-keys.ts';
import type { RefusedMessage } from './command-listener.ts';
import type { SessionStore } from './record/session-store.ts';

/** The most incidents that wait for a write. Further ones are dropped, because they would displace the others. */
const MAX_WAITING = 50;

export interface DiagnosticsPorts {
  readonly store: SessionStore;
  /** ms since epoch. */
  readonly now: () => number;
  /** The developer's console. */
  readonly warn: (error: unknown) => void;
}

export class DiagnosticsService {
  readonly #ports: DiagnosticsPorts;
  #waiting: Incident[] = [];
  #writing = false;

  constructor(ports: DiagnosticsPorts) {
    this.#ports = ports;
  }

  /** Records an error of the background. */
  readonly complain = (error: unknown): void => {
    this.#ports.warn(error);
    this.#note(describeError(error));
  };

  /** Records a message that was refused. */
  readonly noteRefused = (refused: RefusedMessage): void => {
    this.#note({ kind: 'refused', ...refused });
  };

  /** Removes all entries. */
  async clear(): Promise<void> {
    this.#waiting = [];
    await this.#ports.store.change((tx) => tx.remove([DIAGNOSTICS_KEY]));
  }

  #note(incident: Incident): void {
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(incident);
    if (!this.#writing) void this.#write();
  }

  async #write(): Promise<void> {
    const { store, now, warn } = this.#ports;
    this.#writing = true;
    try {
      while (this.#waiting.length > 0)
        await store.change(async (tx) => {
          let all = readDiagnostics(await tx.read(DIAGNOSTICS_KEY));
          for (const incident of this.#waiting.splice(0)) all = addIncident(all, incident, now());
          await tx.write({ [DIAGNOSTICS_KEY]: all });
        });
    } catch (error) {
      // The storage is full or broken: there is no other place to record it.
      warn(error);
    } finally {
      this.#writing = false;
    }
  }
}
