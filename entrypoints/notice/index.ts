// The notice. The background injects it into a page that requests sensitive input without protection; it waits for its text and shows it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listenForNotice } from '../../lib/platform/content/notice-bridge.ts';

export default defineUnlistedScript(() => listenForNotice(window));
