// The site that the options page is about (the site of the tab that it was opened for, or a typed one, else the one last visited) and its
// owner's answers. A change is shown at once, then stored; for a private window it is not stored.
import type { PageRecord } from '../../record/record.ts';
import { NO_ANSWERS } from '../../plans/answers.ts';
import type { Answers } from '../../plans/answers.ts';
import { gatherSite, hostOf } from '../../plans/site-facts.ts';
import type { SiteState } from '../../plans/site-state.ts';
import { readSiteHost, readTypedHost } from '../../address/site.ts';
import type { SiteHost } from '../../address/site.ts';
import { CHOSEN_SITE_KEY } from '../storage-keys.ts';
import { createStore } from './create-store.ts';
import type { Store } from './create-store.ts';
import type { SessionRecord } from './session-records.ts';
import { forgetSiteAnswers, storedSites, writeSiteAnswers } from './site-storage.ts';

/** Maximum number of other sites that are offered. */
const MAX_OTHERS = 8;

export interface SiteService {
  readonly state: Store<SiteState>;
  /** Receives the records of the session. */
  readonly see: (records: readonly SessionRecord[]) => void;
  /** Chooses a site by a host; false when the text is not a host. */
  readonly choose: (text: string) => boolean;
  /** Rejects when the browser could not store the answers; they are shown nevertheless. */
  readonly answer: (answers: Answers) => Promise<void>;
  readonly forget: () => Promise<void>;
}

export interface SiteServiceOptions {
  /** The site for which the page was opened; null: none. */
  readonly asked: SiteHost | null;
  /** The page, or its tab, is in a private window. */
  readonly isPrivate: boolean;
  /** The page's session storage. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
}

export async function openSiteService({
  asked,
  isPrivate,
  memory,
}: SiteServiceOptions): Promise<SiteService> {
  const stored = isPrivate ? [] : await storedSites.get();
  const answersOf = new Map(stored.map(({ site, answers }) => [site, answers]));
  let records: readonly PageRecord[] = [];
  let chosen = readSiteHost(memory.getItem(CHOSEN_SITE_KEY) ?? '') ?? asked;

  const own = (): SiteHost | null => {
    const [seen] = records.flatMap((record) => hostOf(record) ?? []);
    return chosen ?? seen ?? readSiteHost(stored.at(-1)?.host ?? '');
  };
  const read = (): SiteState => {
    const site = own();
    return {
      facts: site === null ? null : gatherSite(site, records),
      others: otherHosts(records, site),
      answers: answersOf.get(site?.domain ?? '') ?? NO_ANSWERS,
      isPrivate,
    };
  };
  const state = createStore(read());

  return {
    state,
    see: (next) => {
      records = next
        .filter((one) => one.isPrivate === isPrivate)
        .map(({ record }) => record)
        .toSorted((a, b) => b.openedAt - a.openedAt);
      state.set(read());
    },
    choose: (text) => {
      const site = readTypedHost(text);
      if (site === null) return false;
      chosen = site;
      if (!isPrivate) memory.setItem(CHOSEN_SITE_KEY, site.host);
      state.set(read());
      return true;
    },
    answer: async (answers) => {
      const site = own();
      answersOf.set(site?.domain ?? '', answers);
      state.set(read());
      if (site !== null && !isPrivate)
        await writeSiteAnswers({ site: site.domain, host: site.host, answers });
    },
    forget: async () => {
      const site = own();
      answersOf.delete(site?.domain ?? '');
      state.set(read());
      if (site !== null && !isPrivate) await forgetSiteAnswers(site.domain);
    },
  };
}

/** A host of each other site of the session, the last visited first. */
function otherHosts(records: readonly PageRecord[], site: SiteHost | null): readonly string[] {
  const hosts = records.flatMap((record) => hostOf(record) ?? []);
  return hosts
    .filter(
      ({ domain }, at) =>
        domain !== site?.domain && hosts.findIndex((other) => other.domain === domain) === at,
    )
    .slice(0, MAX_OTHERS)
    .map(({ host }) => host);
}
