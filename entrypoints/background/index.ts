// Composition root: builds the parts and registers every listener in the first tick, because a worker that is woken by an event gets it only
// if its listener is already there.
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../../lib/platform/background/background.ts';

export default defineBackground(() => startBackground());
