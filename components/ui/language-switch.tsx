// Two buttons, each named in its own language, so that whoever cannot read the page can still find theirs.
import type { ReactNode } from 'react';
import type { Language } from '../../lib/words/words.ts';
import css from './language-switch.module.css';
import { useWords } from './words-context.tsx';

const LANGUAGES = [
  { language: 'en', lang: 'en', short: 'EN', name: 'English' },
  { language: 'zh_CN', lang: 'zh-CN', short: '中', name: '中文' },
] as const;

export function LanguageSwitch({ onChange }: { readonly onChange: (language: Language) => void }): ReactNode {
  const words = useWords();
  return (
    <fieldset aria-label={words.text('popup_language')} className={css.group}>
      {LANGUAGES.map(({ language, lang, short, name }) => (
        <button
          key={language}
          type="button"
          lang={lang}
          className={css.choice}
          aria-pressed={words.language === language}
          aria-label={`${short} ${name}`}
          onClick={() => onChange(language)}
        >
          {short}
        </button>
      ))}
    </fieldset>
  );
}
