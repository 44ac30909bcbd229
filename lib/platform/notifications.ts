// Whether the browser may show notifications: an optional permission that the user grants and withdraws.
import { browser } from './browser.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}

/** Requests the permission; false when the user denied it. Call from a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS);
}

/** Withdraws the permission. */
export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove(NOTIFICATIONS);
}
