// Put into the frames of a page by the background when a person asks where something is; waits for its order and outlines it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForOutlines } from '../../lib/platform/content/outline-bridge.ts';

export default defineUnlistedScript(() => listenForOutlines(window));
