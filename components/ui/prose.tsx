// The extension's own longer texts. The settings in them are rendered as code, so that they can be copied exactly.
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { proseParts } from '../../lib/words/inline-code.ts';
import css from './code-text.module.css';

export function Prose({ text }: { readonly text: string }): ReactNode {
  return proseParts(text).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the order of a text's pieces never changes
    <Fragment key={index}>
      {part.isCode ? <code className={css.setting}>{part.text}</code> : part.text}
    </Fragment>
  ));
}
