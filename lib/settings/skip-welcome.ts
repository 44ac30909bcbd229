// The policy's key that prevents the welcome page. In a separate file: the background imports it, and does not need the catalogue.
import * as v from 'valibot';

/** The key in the policy. */
export const SKIP_WELCOME = 'skipWelcome';

const policy = v.object({ [SKIP_WELCOME]: v.boolean() });

/** Returns its value in managed storage; null: none, or not a boolean. */
export function readSkipWelcome(stored: unknown): boolean | null {
  const result = v.safeParse(policy, stored);
  return result.success ? result.output[SKIP_WELCOME] : null;
}
