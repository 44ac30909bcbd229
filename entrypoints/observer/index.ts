// The observer, in every frame at document_start. It is a plain script declared in the manifest, because WXT's content scripts add 3 kB and
// post messages into the page, which could detect the extension by them.
import type { UnlistedScriptDefinition } from 'wxt';
import { observe } from '../../lib/observe/observer.ts';
import { browserPorts } from '../../lib/platform/content/observer-bridge.ts';

// Not wrapped in defineUnlistedScript(), which returns its argument and costs a hundred bytes in every frame of every page.
const observer: UnlistedScriptDefinition = {
  main: () => {
    // After an update the observer is injected into open pages, where it may be running already.
    if (typeof (globalThis as { readonly observedDocument?: unknown }).observedDocument === 'string') return;
    const ports = browserPorts(window);
    // In the extension's isolated world, invisible to pages: `npm run inspect` waits for the first, lib/platform/background/record/lost-frames.ts uses the others.
    Object.assign(globalThis, observe(...ports), { observedDocument: ports[1] });
  },
};

export default observer;
