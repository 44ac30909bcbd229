// Whether the welcome page opens: once after the first install, unless the organisation wants none. That it is owed is a note in storage, so
// that a background that is stopped, or a browser without a window, owes it still.

export interface WelcomePorts {
  readonly isOwed: () => Promise<boolean>;
  readonly setOwed: (isOwed: boolean) => Promise<void>;
  /** Whether the policy, as far as it is known now, keeps the page away. */
  readonly isSkipped: () => Promise<boolean>;
  /** Resolves when the policy has come, or when it would have come by now. */
  readonly policy: () => Promise<void>;
  /** Rejects where no window can take it. */
  readonly open: () => Promise<void>;
}

/** Opens the page if it is owed. Call it alone: two at a time would open two. */
export async function greet(ports: WelcomePorts): Promise<void> {
  if (!(await ports.isOwed())) return;
  await ports.policy();
  // Whoever took the note away meanwhile wants no page.
  if (!(await ports.isOwed())) return;
  // Before it opens: a page too few is better than one at every start.
  await ports.setOwed(false);
  if (await ports.isSkipped()) return;
  try {
    await ports.open();
  } catch (error) {
    await ports.setOwed(true);
    throw error;
  }
}
