// A button per language, each named in its own language, so that a user who cannot read the page can find theirs.
import type { ReactNode } from 'react';
import { LANGUAGES } from '../../lib/text/language.ts';
import type { Language } from '../../lib/text/language.ts';
import css from './language-switch.module.css';
import { useWords } from './words-context.tsx';

export function LanguageSwitch({ onChange }: { readonly onChange: (language: Language) => void }): ReactNode {
  const words = useWords();
  return (
    <fieldset aria-label={words.text('popup_language')} className={css.group}>
      {LANGUAGES.map(({ id, tag, shortName }) => (
        <button
          key={id}
          type="button"
          lang={tag}
          className={css.choice}
          aria-pressed={words.language.id === id}
          aria-label={`${shortName} ${nameOf(tag)}`}
          onClick={() => onChange(id)}
        >
          {shortName}
        </button>
      ))}
    </fieldset>
  );
}

/** The language's name in that language, without its script: `中文`. */
function nameOf(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return new Intl.DisplayNames(tag, { type: 'language' }).of(language) ?? language;
}
