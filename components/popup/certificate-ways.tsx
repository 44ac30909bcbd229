// How to learn more about a certificate than this browser tells. Nothing here is a promise: each way works today, outside or inside.
import type { ReactNode } from 'react';
import { Sentence } from '../code-text.tsx';
import { useWords } from '../words-context.tsx';
import css from './details.module.css';

/** Browsers open such addresses only when a person types them, so it is text to copy, not a link. */
const FLAG = 'chrome://flags/#web-request-security-info';

/** `engine`: the browser that told nothing; null when it told something and only its own viewer knows more. */
export function CertificateWays({ engine }: { readonly engine: 'chromium' | 'firefox' | null }): ReactNode {
  const words = useWords();
  return (
    <div>
      <p className={css.heading}>{words.text('certificate_ways')}</p>
      <ul className={css.ways}>
        <li>{words.text('certificate_way_viewer')}</li>
        {engine === 'chromium' && (
          <>
            <li>
              <Sentence parts={words.parts('certificate_way_flag', FLAG)} />
            </li>
            <li>{words.text('certificate_way_firefox')}</li>
          </>
        )}
        {engine === 'firefox' && <li>{words.text('certificate_way_reload')}</li>}
      </ul>
    </div>
  );
}
