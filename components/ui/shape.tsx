// The five states as shapes. The drawings are those of the toolbar (components/ui/icons); their colours come from the theme.
import type { ReactNode } from 'react';
import type { State } from '../../lib/verdict/verdict.ts';
import type { Severity } from '../../lib/verdict/terms.ts';
import danger from './icons/danger.svg?raw';
import notApplicable from './icons/not-applicable.svg?raw';
import nothingFound from './icons/nothing-found.svg?raw';
import notice from './icons/notice.svg?raw';
import warning from './icons/warning.svg?raw';
import css from './shape.module.css';

interface Stroke {
  readonly role: string;
  readonly d: string;
}

const SHAPES: Readonly<Record<State, readonly Stroke[]>> = {
  'not-applicable': readStrokes(notApplicable),
  'nothing-found': readStrokes(nothingFound),
  notice: readStrokes(notice),
  warning: readStrokes(warning),
  danger: readStrokes(danger),
};

/** The drawing's paths, each with its role: `ring`, `body`, `dot` or `mark`. */
function readStrokes(svg: string): readonly Stroke[] {
  const paths = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('path');
  return Array.from(paths, (path) => ({
    role: path.getAttribute('class') ?? '',
    d: path.getAttribute('d') ?? '',
  }));
}

/** A state's shape in its colour. It has no accessible name, because the state's word is always beside it. */
export function Shape({
  state,
  size,
}: {
  readonly state: State;
  readonly size: 'large' | 'small';
}): ReactNode {
  return (
    <svg className={`${css.shape} ${css[size]} ${css[state]}`} viewBox="0 0 32 32" aria-hidden="true">
      {SHAPES[state].map(({ role, d }) => (
        <path key={d} className={css[role]} d={d} />
      ))}
    </svg>
  );
}

/** Advice does not change the state, so it has the shape of the unchanged state. */
export function shapeOf(severity: Severity): State {
  return severity === 'advice' ? 'nothing-found' : severity;
}
