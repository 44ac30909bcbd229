// The gallery's actions for mixed content: each request is recorded, and the result comes from the fixture.
import type { MixedTools } from '../../components/mixed/mixed-tools.ts';
import type { PopupFixture } from '../fixtures/views.ts';
import { readParam } from './params.ts';

export function galleryTools(
  { outline = null, probe = null }: PopupFixture,
  ask: (what: string) => void,
): MixedTools {
  return {
    outline,
    onOutline: (wish) => ask(`outline ${wish.kind === 'one' ? wish.id : wish.kind}`),
    probe,
    onProbe: async (hosts) => {
      ask(`probe ${hosts.join(' ')}`);
      return readParam('access') !== 'refused';
    },
    onCancelProbe: () => ask('cancel-probe'),
    onDeepCheck: async () => {
      ask('deep-check');
      return readParam('access') !== 'refused';
    },
  };
}
