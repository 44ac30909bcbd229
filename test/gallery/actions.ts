// The actions of the gallery's views. Each request is written to `data-asked`, so that a test can read it.
import type { Actions } from '../../components/ui/actions-context.tsx';
import { readParam } from './params.ts';

export function ask(what: string): void {
  document.documentElement.dataset['asked'] = what;
}

export const ACTIONS: Actions = {
  copy: async (text) => {
    if (readParam('copy') === 'refused') throw new Error('refused');
    ask(`copy ${text}`);
  },
  save: ({ name, text }) => ask(`save ${name} ${text}`),
  explain: (findingId) => ask(`explain ${findingId ?? ''}`),
};
