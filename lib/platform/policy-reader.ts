// Reads the organisation's policy (managed storage): once in each runtime, and again whenever it changes. Chromium may deliver it seconds after an
// install. It is returned unchecked: each caller parses its own part, so that the background includes neither the catalogue nor the campaign.
import { browser } from './browser.ts';

const listeners = new Set<() => void>();
let current: Promise<unknown> | null = null;

/** Returns the current policy; empty when the extension is not managed. */
export function acquirePolicy(): Promise<unknown> {
  current ??= start();
  return current;
}

/** Calls back whenever the policy has changed; returns a function that stops. Call in the first tick of the background. */
export function watchPolicy(onChange: () => void): () => void {
  current ??= start();
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

function start(): Promise<unknown> {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return;
    current = read();
    for (const listener of listeners) listener();
  });
  return read();
}

async function read(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects when the extension is not managed. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed
    return {};
  }
}
