// Put into a page by the background when the page asks for sensitive input without protection; waits for its words and shows them.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForNotice } from '../../lib/platform/content/notice-bridge.ts';

export default defineUnlistedScript(() => listenForNotice(window));
