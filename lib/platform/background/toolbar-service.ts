// Paints a tab's toolbar button whenever the record of its page changes: the verdict on the page, or that the browser denies access to it.
import type { PageRecord } from '../../record/record.ts';
import { assess } from '../../verdict/assess.ts';
import type { Words } from '../../words/words.ts';
import type { BadgePainter } from './badge-adapter.ts';
import type { RecordWriter } from './record/record-writer.ts';

export interface ToolbarPorts {
  readonly badges: Pick<BadgePainter, 'paint' | 'paintNoAccess' | 'forget'>;
  /** Whether the browser lets the extension see the page at an address. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  readonly words: () => Promise<Words>;
}

export class ToolbarService {
  readonly #ports: ToolbarPorts;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(ports: ToolbarPorts) {
    this.#ports = ports;
  }

  /** Paints what is known of a page. One after the other, so that an older verdict is never painted over a newer one. */
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

  /** The tab goes elsewhere or is closed: the browser has taken away what was painted. */
  forget(tabId: number): void {
    this.#ports.badges.forget(tabId);
  }
}

/** Has every tab's record painted again, e.g. after the language changed. */
export async function repaintAll(
  writer: Pick<RecordWriter, 'repaint'>,
  tabs: () => Promise<readonly number[]>,
): Promise<void> {
  for (const tabId of await tabs()) await writer.repaint(tabId);
}
