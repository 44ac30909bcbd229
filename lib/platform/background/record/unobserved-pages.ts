// Pages without an observer's report: those that could not be opened, the browser's error pages, and those in which no observer runs.
import { parseAddress } from '../../../address/address.ts';
import { readCertificateError, readClientCertificateError } from '../../../record/certificate-error.ts';
import { holdBack, isSameDocument, isUpgradeOf, ledOver, wasTriedAgain } from '../../../record/navigation.ts';
import { emptyRecord, UNOBSERVED } from '../../../record/record-changes.ts';
import type { PageRecord } from '../../../record/record.ts';
import { arrive } from './arrival.ts';
import { recallCertificates } from './certificate-memory.ts';
import { tabKey } from '../../storage-keys.ts';
import type { SessionTransaction } from './session-transaction.ts';
import { isFailed } from './shown-pages.ts';
import type { ShownPages } from './shown-pages.ts';
import { absenceKind, isAtItsEnd, isUnanswered } from '../../../record/navigation-end.ts';

/** The failures after which the earlier page stays: downloads, responses without content, a load that the user stopped. */
const STAYS = /ERR_ABORTED|Error code 2152398850|NS_BINDING_ABORTED/;
/** The code that Chromium shows to the user. */
const TOO_MANY_REDIRECTS = 'net::ERR_TOO_MANY_REDIRECTS';
const MAX_CODE = 200;
/** The code of a failure that was not seen. */
const ERROR_PAGE = 'error page';

export class UnobservedPages {
  readonly #pages: ShownPages;

  constructor(pages: ShownPages) {
    this.#pages = pages;
  }

  /** A page's request failed. `error`: the browser's error text. */
  async fail(tx: SessionTransaction, tabId: number, url: string, error: string): Promise<void> {
    const { errors, now, isPrivateTab } = this.#pages.ports;
    const pending = await tx.pending(tabId);
    const failed = pending.findLast((page) => isUnanswered(page.navigation) && ledOver(page.navigation, url));
    const navigation = failed === undefined ? null : { ...failed.navigation, status: null, headers: null };
    const isAborted = STAYS.test(error);
    // Chromium reports too many redirects as an aborted request.
    if (isAborted && !(navigation !== null && isAtItsEnd(navigation))) return;
    // The next request for the same address is a navigation of its own.
    if (failed !== undefined)
      await tx.putPending(
        tabId,
        pending.filter((page) => page !== failed),
      );
    const certificate = readCertificateError(error);
    const at = now();
    const isPrivate = (await tx.tab(tabId))?.private ?? (await isPrivateTab(tabId));
    const origin = parseAddress(url)?.origin;
    if (certificate !== null && origin !== undefined) {
      await errors.remember(tx, isPrivate, origin, { ...certificate, at, overridden: false });
    }
    const record: PageRecord = {
      ...emptyRecord(tabId, UNOBSERVED, url, at),
      navigation,
      refusal: certificate && { ...certificate, at },
      absence: certificate
        ? null
        : {
            kind: absenceKind(error, navigation),
            code: isAborted
              ? TOO_MANY_REDIRECTS
              : (readClientCertificateError(error) ?? error.slice(0, MAX_CODE)),
          },
    };
    const known = await recallCertificates(tx, record, isPrivate);
    await this.#pages.show(tx, known, { documentId: UNOBSERVED, private: isPrivate, noticed: null });
  }

  /** A tab has finished loading. Without an observer, only its address is known; otherwise the tab is only repainted. */
  async settle(tx: SessionTransaction, tabId: number, url: string | null, isPrivate: boolean): Promise<void> {
    const { errors, now, onChange } = this.#pages.ports;
    // Only what the tab shows: Firefox reports the earlier page as loaded while an error page is being loaded.
    if (url === null || !/^https?:/.test(url)) return tx.remove([tabKey(tabId)]);
    const state = await tx.tab(tabId);
    const shown = state && (await tx.page(tabId, state.documentId));
    const latest = (await tx.pending(tabId)).findLast(({ prerendered }) => !prerendered)?.navigation;
    const isNewer =
      latest !== undefined &&
      latest.requestId !== shown?.navigation?.requestId &&
      isSameDocument(latest.url, url);
    const sameOrigin = shown && parseAddress(shown.url)?.origin === parseAddress(url)?.origin;
    // A single-page app changes its address without a request; its observer will report it.
    const isShown = shown && (isSameDocument(shown.url, url) || (sameOrigin && !isNewer));
    if (state && isShown && !wasTriedAgain(shown, latest)) return onChange(shown, state);
    const failed = await tx.page(tabId, UNOBSERVED);
    if (failed && !wasTriedAgain(failed, latest)) {
      const isHeldBack = isFailed(failed) && isUpgradeOf(failed.url, url);
      const known = isHeldBack ? holdBack(failed, url) : isSameDocument(failed.url, url) ? failed : null;
      const shownAs = { documentId: UNOBSERVED, private: isPrivate, noticed: null };
      if (known !== null) {
        await this.#pages.show(tx, known, shownAs);
        return;
      }
    }
    const unobserved = emptyRecord(tabId, UNOBSERVED, url, now());
    const source = { tabId, frameId: 0, url, private: isPrivate };
    await this.#pages.show(tx, await arrive(tx, errors, unobserved, source, state), {
      documentId: UNOBSERVED,
      private: isPrivate,
      noticed: null,
    });
  }

  /**
   * A tab shows an error page whose failure was not seen in this session, e.g. because the extension was updated since: the remembered error of its
   * origin is the reason. `maybe`: it is an error page only if there is such an error.
   */
  async showErrorPage(
    tx: SessionTransaction,
    tabId: number,
    url: string,
    isPrivate: boolean,
    isErrorPage: true | 'maybe',
  ): Promise<void> {
    const { errors, now } = this.#pages.ports;
    const shown = await this.#pages.shown(tx, tabId);
    const isKnown = shown !== null && (shown.page.refusal ?? shown.page.absence) !== null;
    if (isKnown && isSameDocument(shown.page.url, url)) return;
    const origin = parseAddress(url)?.origin;
    const error = origin === undefined ? null : await errors.recall(tx, isPrivate, origin);
    if (error === null && isErrorPage === 'maybe') return;
    const record: PageRecord = {
      ...emptyRecord(tabId, UNOBSERVED, url, now()),
      refusal: error && { kind: error.kind, code: error.code, at: error.at },
      absence: error ? null : { kind: 'not-loaded', code: ERROR_PAGE },
    };
    await this.#pages.show(tx, record, { documentId: UNOBSERVED, private: isPrivate, noticed: null });
  }
}
