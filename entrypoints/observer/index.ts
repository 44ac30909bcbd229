// The observer in every frame, at document_start. A plain script declared in the manifest and not one of WXT's content scripts: those bring
// 3 kB of their own and post messages into the page, and this one must not be noticeable.
import type { UnlistedScriptDefinition } from 'wxt';
import { observe } from '../../lib/observe/observer.ts';
import { browserPorts } from '../../lib/platform/content/observer-bridge.ts';

// Not by defineUnlistedScript(), which gives back what it is given and costs a hundred bytes in every frame of every page.
const observer: UnlistedScriptDefinition = {
  main: () => {
    // Put into open pages after an update, it may be there already.
    if (typeof (globalThis as { readonly observedDocument?: unknown }).observedDocument === 'string') return;
    const ports = browserPorts(window);
    // In the extension's own world, where no page sees it: `npm run inspect` waits for the first, lib/platform/background/record/lost-frames.ts uses the others.
    Object.assign(globalThis, observe(...ports), { observedDocument: ports[1] });
  },
};

export default observer;
