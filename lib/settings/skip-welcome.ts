// The policy's key that keeps the welcome page away. A file of its own: the background reads it, and is spared the catalogue.
import * as v from 'valibot';

/** The key as administrators write it. */
export const SKIP_WELCOME = 'skipWelcome';

const policy = v.object({ [SKIP_WELCOME]: v.boolean() });

/** What managed storage says of it; null: nothing, or nothing that can be used. */
export function readSkipWelcome(stored: unknown): boolean | null {
  const result = v.safeParse(policy, stored);
  return result.success ? result.output[SKIP_WELCOME] : null;
}
