// The popup: a function of the page's record. It judges the record once for all its parts, so that they cannot disagree.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { hasKnownSuffix } from '../../lib/address/public-suffix.ts';
import { judgeLookUp } from '../../lib/look-up/query.ts';
import { parseAddress } from '../../lib/address/address.ts';
import type { PageState } from '../../lib/record/page-state.ts';
import { writeMarkdown } from '../../lib/report/markdown.ts';
import { pageReport } from '../../lib/report/page-report.ts';
import { assess } from '../../lib/verdict/assess.ts';
import type { Verdict } from '../../lib/verdict/verdict.ts';
import type { BrowserIdentity } from '../../lib/words/browser-identity.ts';
import { describeAbsent, describeVerdict } from '../../lib/words/verdict-words.ts';
import type { Language } from '../../lib/text/language.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import type { LookUpOffer } from '../certificate/look-up-box.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { MixedFix } from '../mixed/mixed-fix.tsx';
import type { MixedTools } from '../mixed/mixed-tools.ts';
import { useOutcome } from '../ui/use-outcome.tsx';
import type { Outcome } from '../ui/use-outcome.tsx';
import { useWords } from '../ui/words-context.tsx';
import { CopyReport, FailedCopy } from './copy-report.tsx';
import { Menu } from './menu.tsx';
import type { MenuItem } from './menu.tsx';
import { Offer } from './offer.tsx';
import css from './popup-view.module.css';
import { SubjectRows } from './subject-rows.tsx';
import { VerdictHeader } from './verdict-header.tsx';
import { Voices } from './voices.tsx';
import type { Voice } from './voices.tsx';

export interface PopupViewProps {
  /** null until the browser's first answer. */
  readonly page: PageState | null;
  readonly voice: Voice;
  readonly browser: BrowserIdentity;
  /** ms since epoch. */
  readonly now: () => number;
  readonly onVoice: (voice: Voice) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onOptions: () => void;
  /** Opens the options at the mini-program check of this page; null: no tab is known. */
  readonly onReadiness: (() => void) | null;
  /** Opens the options at this page's site; null: plans are hidden. */
  readonly onSite: (() => void) | null;
  /** The actions for mixed content; null: there is no tab for them. */
  readonly mixed: MixedTools | null;
  /** The look-up in public logs; null when it is switched off. Resolves to whether access was granted. */
  readonly lookUp: {
    /** Address of the server. */
    readonly server: string;
    readonly onAsk: (host: string) => Promise<boolean>;
  } | null;
  /** Resolves to whether access was granted. */
  readonly onAllow: () => Promise<boolean>;
  readonly onReload: () => void;
}

export function PopupView(props: PopupViewProps): ReactNode {
  const { page, voice, browser, now, onVoice, mixed } = props;
  const words = useWords();
  const record = page?.kind === 'record' ? page.record : null;
  const verdict = useMemo(() => (record === null ? null : assess(record)), [record]);
  const { outcome, copy } = useOutcome();
  const onCopy =
    record !== null && verdict !== null && hasRows(verdict)
      ? () => copy(writeMarkdown(pageReport(words, { record, verdict, browser, madeAt: now() })))
      : null;
  const headline =
    verdict === null
      ? describeAbsent(words, page?.kind === 'record' ? null : page)
      : describeVerdict(words, verdict);
  return (
    <main className={css.popup}>
      <VerdictHeader
        headline={headline}
        url={urlOf(page)}
        isLoading={page === null}
        controls={<Controls {...props} onCopy={onCopy} />}
      />
      {page !== null && (
        <Offer page={page} verdict={verdict} onAllow={props.onAllow} onReload={props.onReload} />
      )}
      {record !== null && verdict !== null && hasRows(verdict) && (
        <SubjectRows
          record={record}
          verdict={verdict}
          browser={browser}
          now={now()}
          voice={voice}
          mixed={mixed}
          offer={offerFor(props, record.url)}
        />
      )}
      {verdict !== null && hasFindings(verdict) && (
        <Voices
          findings={verdict.findings}
          isWhole={verdict.gaps.length === 0}
          voice={voice}
          onVoice={onVoice}
        >
          {voice === 'owner' && record !== null && record.mixed.length > 0 && mixed !== null && (
            <MixedFix record={record} tools={mixed} now={now()} />
          )}
        </Voices>
      )}
      <Footer outcome={outcome} onCopy={onCopy} onSite={props.onSite} />
    </main>
  );
}

interface ReportControl {
  /** Copies the report; null: there is nothing to report. */
  readonly onCopy: (() => void) | null;
}

function Controls({
  onLanguage,
  onOptions,
  onReadiness,
  onCopy,
}: Pick<PopupViewProps, 'onLanguage' | 'onOptions' | 'onReadiness'> & ReportControl): ReactNode {
  const words = useWords();
  const { explain } = useActions();
  const items: readonly (MenuItem | null)[] = [
    { name: words.text('popup_explain'), onChoose: () => explain(null) },
    { name: words.text('popup_options'), onChoose: onOptions },
    onCopy === null || onReadiness === null
      ? null
      : { name: words.text('readiness_heading'), onChoose: onReadiness },
    onCopy === null ? null : { name: words.text('popup_copy'), onChoose: onCopy },
  ];
  return (
    <>
      <LanguageSwitch onChange={onLanguage} />
      <Menu label={words.text('popup_menu')} items={items.filter((item) => item !== null)} />
    </>
  );
}

function Footer({
  outcome,
  onCopy,
  onSite,
}: Pick<PopupViewProps, 'onSite'> & ReportControl & { readonly outcome: Outcome | null }): ReactNode {
  const words = useWords();
  const { explain } = useActions();
  return (
    <>
      <footer className={css.footer}>
        {onCopy !== null && <CopyReport outcome={outcome} onCopy={onCopy} />}
        <span className={css.explain}>
          <Button look="link" onClick={() => explain(null)}>
            {words.text('popup_explain')}
          </Button>
        </span>
        {onCopy !== null && onSite !== null && (
          <Button look="link" onClick={onSite}>
            {words.text('popup_plans')}
          </Button>
        )}
      </footer>
      {outcome?.kind === 'failed' && <FailedCopy key={outcome.text} text={outcome.text} />}
    </>
  );
}

function urlOf(page: PageState | null): string | null {
  if (page === null || page.kind === 'no-access') return null;
  return page.kind === 'record' ? page.record.url : page.url;
}

/** Only for pages whose host can be in the public logs. */
function offerFor({ lookUp }: PopupViewProps, url: string): LookUpOffer | null {
  const host = parseAddress(url)?.hostname;
  if (lookUp === null || host === undefined) return null;
  if (judgeLookUp(url, lookUp.server, hasKnownSuffix) !== 'yes') return null;
  return { host, server: parseAddress(lookUp.server)?.hostname ?? '', onAsk: () => lookUp.onAsk(host) };
}

/** Pages that were judged, and pages without a verdict that have findings for their owner. */
function hasFindings({ reason }: Verdict): boolean {
  return reason === null || reason === 'not-wholly-checked' || reason === 'held-back';
}

/** Pages that were not loaded over a network have no connection, certificate or content to describe. */
function hasRows({ reason }: Verdict): boolean {
  return reason === null || reason === 'not-observed' || reason === 'not-wholly-checked';
}
