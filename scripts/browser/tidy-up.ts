// Removes what must not outlive this process: browsers, profiles, servers, also when a user interrupts it.
type TidyUp = () => Promise<void>;

const pending = new Set<TidyUp>();
let listening = false;

/**
 * Runs `tidyUp` when the process is interrupted, unless the returned function ran it before. Either way it runs once; the second caller waits for the
 * same run.
 */
export function tidyUpLater(tidyUp: TidyUp): TidyUp {
  let running: Promise<void> | null = null;
  const once: TidyUp = () => {
    running ??= tidyUp().finally(() => pending.delete(once));
    return running;
  };
  pending.add(once);
  listen();
  return once;
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    // A second signal has no listener and ends the process immediately.
    process.once(signal, () => {
      void Promise.allSettled([...pending].map((tidyUp) => tidyUp())).then(() => process.exit(status));
    });
  }
}
