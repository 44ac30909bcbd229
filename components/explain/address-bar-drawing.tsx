// Small drawings of how Chrome and Firefox mark an address. Drawn after Chromium 156 and Firefox ESR 153. Chrome has had the neutral icon
// since version 117: https://blog.chromium.org/2023/05/an-update-on-lock-icon.html
import type { ReactNode } from 'react';
import { useWords } from '../ui/words-context.tsx';
import css from './address-bar-drawing.module.css';

const HOST = 'shop.example.com';

/** One picture, with one sentence as its accessible name. */
export function AddressBarDrawing(): ReactNode {
  const words = useWords();
  const encrypted = words.text('explain_drawing_encrypted');
  const plain = words.text('explain_drawing_plain');
  return (
    <figure className={css.figure}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- one picture of four drawings, in the page's own colours */}
      <div role="img" aria-label={words.text('explain_drawing_text')} className={css.grid}>
        <AddressBar title={`Chrome · ${encrypted}`} icon="tune" mark={null} />
        <AddressBar
          title={`Chrome · ${plain}`}
          icon="triangle"
          mark={words.text('explain_drawing_mark_chrome')}
        />
        <AddressBar title={`Firefox · ${encrypted}`} icon="shield" mark={null} />
        <AddressBar
          title={`Firefox · ${plain}`}
          icon="struck-shield"
          mark={words.text('explain_drawing_mark_firefox')}
        />
      </div>
      <figcaption className={css.caption}>{words.text('explain_drawing_caption')}</figcaption>
    </figure>
  );
}

interface AddressBarProps {
  readonly title: string;
  readonly icon: keyof typeof ICONS;
  /** The text that the browser shows beside the icon. */
  readonly mark: string | null;
}

function AddressBar({ title, icon, mark }: AddressBarProps): ReactNode {
  const chip = mark === null ? 28 : 40 + Array.from(mark).reduce((sum, letter) => sum + widthOf(letter), 0);
  return (
    <div>
      <p className={css.title}>{title}</p>
      <svg viewBox="0 0 264 40" className={css.bar}>
        <rect className={css.field} x="0.5" y="0.5" width="263" height="39" rx="19.5" />
        <rect className={css.chip} x="6" y="6" width={chip} height="28" rx="14" />
        <g transform="translate(12 12)">{ICONS[icon]}</g>
        {mark !== null && (
          <text className={css.mark} x="34" y="24.5">
            {mark}
          </text>
        )}
        <text className={css.host} x={chip + 14} y="24.5">
          {HOST}
        </text>
      </svg>
    </div>
  );
}

/** Width reserved for a letter, in the bar's units. It is generous, because the system's font is not known. */
function widthOf(letter: string): number {
  const isHan = letter > '\u2e80';
  return isHan ? 13.5 : 7.4;
}

const SHIELD = 'M8 1.5 13.5 3.6v4c0 3.4-2.2 5.6-5.5 7-3.3-1.4-5.5-3.6-5.5-7v-4Z';

const ICONS = {
  tune: (
    <g className={css.icon}>
      <path d="M1.5 4.500h5M12.5 4.500h2M1.5 11.500h2M9.5 11.500h5" />
      <circle cx="9.5" cy="4.5" r="2" />
      <circle cx="6.5" cy="11.5" r="2" />
    </g>
  ),
  triangle: (
    <g className={css.icon}>
      <path d="M8 2 15 14H1Z" />
      <path d="M8 6.500v3.500M8 11.800v.4" />
    </g>
  ),
  shield: (
    <g className={css.icon}>
      <path d={SHIELD} />
      <path d="m5.5 7.8 1.9 1.9 3.3-3.6" />
    </g>
  ),
  'struck-shield': (
    <g className={css.icon}>
      <path d={SHIELD} />
      <path className={css.strike} d="m1.5 1.5 13 13" />
    </g>
  ),
} as const;
