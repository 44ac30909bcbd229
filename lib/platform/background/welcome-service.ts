// Whether the welcome page opens: once after the first install, unless the organisation's policy prevents it. A note in storage keeps it pending,
// also when the background is stopped or the browser has no window.

export interface WelcomePorts {
  readonly isOwed: () => Promise<boolean>;
  readonly setOwed: (isOwed: boolean) => Promise<void>;
  /** Whether the policy, as far as it is known now, prevents the page. */
  readonly isSkipped: () => Promise<boolean>;
  /** Resolves when the policy has arrived, or would have arrived by now. */
  readonly policy: () => Promise<void>;
  /** Rejects when there is no window for it. */
  readonly open: () => Promise<void>;
}

/** Opens the page if it is pending. Never call it twice at a time: both calls would open one. */
export async function greet(ports: WelcomePorts): Promise<void> {
  if (!(await ports.isOwed())) return;
  await ports.policy();
  // The note was removed meanwhile, so no page is wanted.
  if (!(await ports.isOwed())) return;
  // Before the page opens: a missing page is better than one at every start.
  await ports.setOwed(false);
  if (await ports.isSkipped()) return;
  try {
    await ports.open();
  } catch (error) {
    await ports.setOwed(true);
    throw error;
  }
}
