// Composition root: builds the parts and registers every listener in the first tick, because a worker that an event starts receives it only
// if the listener is registered by then.
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../../lib/platform/background/background.ts';

export default defineBackground(() => startBackground());
