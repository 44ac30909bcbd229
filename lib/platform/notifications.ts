// Whether the browser may show notifications: an optional permission, given and taken back by the user.
import { browser } from './browser.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}

/** Asks for notifications; false when the user said no. Call from a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS);
}

/** Gives the permission back. */
export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove(NOTIFICATIONS);
}
