// The notice inside pages that request sensitive input over http: when it is shown, and the actions on the user's answer.
import { classifyAddress, parseAddress } from '../../address/address.ts';
import type { PageRecord } from '../../record/record.ts';
import type { ReportSource } from '../../record/sightings/received-report.ts';
import { assess } from '../../verdict/assess.ts';
import type { Words } from '../../words/words.ts';
import type { Command } from '../commands.ts';
import type { TabState } from './record/record-index.ts';
import type { RecordWriter } from './record/record-writer.ts';

/** Findings that lead to the notice, worst first. */
const NOTICE_FINDINGS = ['password-over-http', 'card-over-http', 'one-time-code-over-http'] as const;
export type NoticeFinding = (typeof NOTICE_FINDINGS)[number];

export interface NoticePorts {
  readonly writer: Pick<RecordWriter, 'markNoticed'>;
  /** Whether the user allows notices on a host. */
  readonly isWanted: (host: string, isPrivate: boolean) => Promise<boolean>;
  /** Shows the notice in a tab's main frame. Rejects when the page has gone or allows no script. */
  readonly show: (tabId: number, finding: NoticeFinding, words: Words) => Promise<void>;
  readonly words: () => Promise<Words>;
  readonly mute: (host: string, isPrivate: boolean) => Promise<void>;
  /** Opens the popup's text for a tab's page. */
  readonly explain: (tabId: number) => Promise<void>;
}

export class NoticeService {
  readonly #ports: NoticePorts;

  constructor(ports: NoticePorts) {
    this.#ports = ports;
  }

  /** Shows the notice for the page that a tab shows, once per document and only if it is due and allowed. */
  async consider(record: PageRecord, state: TabState): Promise<void> {
    const { writer, isWanted, show, words } = this.#ports;
    if (state.noticed === record.documentId) return;
    const finding = noticeFinding(record);
    if (finding === null) return;
    if (!(await isWanted(parseAddress(record.url)?.hostname ?? '', state.private))) return;
    const spoken = await words();
    if (await writer.markNoticed(record.tabId, record.documentId)) await show(record.tabId, finding, spoken);
  }

  /** Carries out the user's choice in the notice. */
  async act(action: Command<'notice-action'>['action'], source: ReportSource): Promise<void> {
    switch (action) {
      case 'why':
        return this.#ports.explain(source.tabId);
      case 'mute':
        return this.#ports.mute(parseAddress(source.url)?.hostname ?? '', source.private);
    }
  }
}

/** The worst finding of a page that leads to the notice; null: none, or the page is not an http page. */
function noticeFinding(record: PageRecord): NoticeFinding | null {
  const address = classifyAddress(record.url);
  if (address !== 'http-public' && address !== 'http-private') return null;
  const ids = new Set<string>(assess(record).findings.map(({ id }) => id));
  return NOTICE_FINDINGS.find((id) => ids.has(id)) ?? null;
}
