// Paints a tab's toolbar button whenever the record of its page changes: the verdict on the page, or that the browser denies access to it.
import type { PageRecord } from '../../record/record.ts';
import { assess } from '../../verdict/assess.ts';
import type { Words } from '../../words/words.ts';
import type { BadgePainter } from './badge-adapter.ts';
import type { RecordWriter } from './record/record-writer.ts';

export interface ToolbarPorts {
  readonly badges: Pick<BadgePainter, 'paint' | 'paintNoAccess' | 'forget'>;
  /** Whether the browser allows access to the page at an address. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  readonly words: () => Promise<Words>;
}

export class ToolbarService {
  readonly #ports: ToolbarPorts;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(ports: ToolbarPorts) {
    this.#ports = ports;
  }

  /** Paints the verdict on a page. It is serial, so that an older verdict is never painted over a newer one. */
  paint(record: PageRecord): Promise<void> {
    const done = this.#queue.then(() => this.#paint(record));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #paint(record: PageRecord): Promise<void> {
    const { badges, isAllowed } = this.#ports;
    const words = await this.#ports.words();
    if (await isAllowed(record.url)) await badges.paint(record, assess(record), words);
    else await badges.paintNoAccess(record, words);
  }

  /** The tab navigates or is closed: the browser has cleared the button. */
  forget(tabId: number): void {
    this.#ports.badges.forget(tabId);
  }
}

/** Repaints every tab's button, e.g. after the language changed. */
export async function repaintAll(
  writer: Pick<RecordWriter, 'repaint'>,
  tabs: () => Promise<readonly number[]>,
): Promise<void> {
  for (const tabId of await tabs()) await writer.repaint(tabId);
}
