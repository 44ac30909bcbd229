// The outline. The background injects it into the frames of a page when the user wants to locate an element;
// it waits for its command and outlines the element.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForOutlines } from '../../lib/platform/content/outline-bridge.ts';

export default defineUnlistedScript(() => listenForOutlines(window));
