// The page that opens once after installation: what the button shows, which data is read and which is sent, and the first settings.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { SETTING_CARDS } from '../../lib/settings/setting-cards.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { STATES } from '../../lib/verdict/verdict.ts';
import { keyFor } from '../../lib/words/word-keys.ts';
import type { Language } from '../../lib/text/language.ts';
import { PageLayout } from '../page/page-layout.tsx';
import { Shape } from '../ui/shape.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Store } from '../ui/use-store.ts';
import { useWords } from '../ui/words-context.tsx';
import { AccessCard } from './access-card.tsx';
import css from './welcome-view.module.css';

export interface WelcomeViewProps {
  /** Whether the extension has access to web pages; null: not known yet. */
  readonly hasAccess: boolean | null;
  /** Where this browser shows the extension's button. */
  readonly button: 'chromium' | 'firefox' | 'phone';
  readonly voice: Settings['voice'];
  /** Whether the seller's offers are shown. */
  readonly hasOffers: boolean;
  /** Address of the options page. */
  readonly optionsUrl: string;
  /** Address of "Risks explained". */
  readonly explainUrl: string;
  /** Resolves to whether access was granted. */
  readonly onAllow: () => Promise<boolean>;
  readonly onVoice: (voice: Settings['voice']) => void;
  readonly onLanguage: (language: Language) => void;
}

const VOICES: readonly Settings['voice'][] = ['visitor', 'owner'];

export function WelcomeView(props: WelcomeViewProps): ReactNode {
  const { hasAccess, button, voice, hasOffers, optionsUrl, explainUrl, onAllow, onVoice, onLanguage } = props;
  const words = useWords();
  return (
    <PageLayout title={words.text('welcome_title')} index={[]} onLanguage={onLanguage}>
      <div className={css.content}>
        <p>{words.text('welcome_intro')}</p>
        {hasAccess !== null && <AccessCard hasAccess={hasAccess} onAllow={onAllow} />}
        <ToolbarButton button={button} />
        <Part id="data" heading={words.text('welcome_data')}>
          <ul className={css.points}>
            <li>{words.text('welcome_reads')}</li>
            <li>{words.text('welcome_keeps')}</li>
            <li>{words.text('welcome_leaves')}</li>
            {hasOffers && <li>{words.text('welcome_leaves_offer')}</li>}
          </ul>
          <p className={css.where}>
            <a href={`${explainUrl}#kept`}>{words.text('options_kept_link')}</a>
          </p>
        </Part>
        <VoiceChoice voice={voice} onVoice={onVoice} />
        <Part id="more" heading={words.text('welcome_more')}>
          <ul className={css.links}>
            <li>
              <a href={explainUrl}>{words.text('popup_explain')}</a>
            </li>
            <li>
              <a href={optionsUrl}>{words.text('popup_options')}</a>
            </li>
            {hasOffers && (
              <li>
                <a href={`${optionsUrl}#site`}>{words.text('welcome_plans')}</a>
              </li>
            )}
          </ul>
        </Part>
      </div>
    </PageLayout>
  );
}

interface PartProps {
  readonly id: string;
  readonly heading: string;
  readonly children: ReactNode;
}

function Part({ id, heading, children }: PartProps): ReactNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={css.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function ToolbarButton({ button }: Pick<WelcomeViewProps, 'button'>): ReactNode {
  const words = useWords();
  return (
    <Part id="button" heading={words.text('welcome_button')}>
      <dl className={css.states}>
        {STATES.map((state) => (
          <div key={state} className={css.state}>
            <Shape state={state} size="small" />
            <dt className={css.word}>{words.text(keyFor('state', state))}</dt>
            <dd>{words.text(keyFor('welcome_state', state))}</dd>
          </div>
        ))}
      </dl>
      <p className={css.where}>{words.text(keyFor('welcome_where', button))}</p>
    </Part>
  );
}

function VoiceChoice({ voice, onVoice }: Pick<WelcomeViewProps, 'voice' | 'onVoice'>): ReactNode {
  const words = useWords();
  const group = useId();
  return (
    <fieldset className={css.voices}>
      <legend className={css.heading}>{words.text(SETTING_CARDS.voice.words)}</legend>
      {VOICES.map((each) => (
        <label key={each} className={css.voice}>
          <input type="radio" name={group} checked={each === voice} onChange={() => onVoice(each)} />
          <span>{words.text(keyFor('welcome_voice', each))}</span>
        </label>
      ))}
      <p className={css.soft}>{words.text('welcome_help_voice')}</p>
    </fieldset>
  );
}

/** What the page requires from the browser. */
export interface WelcomePort extends Pick<WelcomeViewProps, 'button'> {
  readonly settings: Store<Settings>;
  readonly hasAccess: Store<boolean | null>;
  /** Resolves to whether access was granted. */
  readonly allow: () => Promise<boolean>;
  /** A setting that the browser does not save keeps its value. */
  readonly change: (change: Partial<Settings>) => void;
}

/** The page with the browser's latest reports. */
export function Welcome({ port }: { readonly port: WelcomePort }): ReactNode {
  const { voice, hideOffers } = useStore(port.settings);
  const hasAccess = useStore(port.hasAccess);
  return (
    <WelcomeView
      hasAccess={hasAccess}
      button={port.button}
      voice={voice}
      hasOffers={!hideOffers}
      optionsUrl="/options.html"
      explainUrl="/explain.html"
      onAllow={port.allow}
      onVoice={(next) => port.change({ voice: next })}
      onLanguage={(language) => port.change({ language })}
    />
  );
}
