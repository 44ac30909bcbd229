// What views read of a tab beside its page's record: one value of the session's storage, and every change of it.
import { browser } from '../browser.ts';

/** Calls back with the value under a key, at once and whenever it changes; `read` checks what comes out of storage. */
export function watchValue<T>(
  key: string,
  read: (value: unknown) => T | null,
  onChange: (value: T | null) => void,
): void {
  const { session } = browser.storage;
  let hasChanged = false;
  session.onChanged.addListener((changes) => {
    if (!(key in changes)) return;
    hasChanged = true;
    onChange(read(changes[key]?.newValue));
  });
  const begin = async (): Promise<void> => {
    const { [key]: stored } = await session.get(key);
    // A change that came before the answer is newer than the answer.
    if (!hasChanged) onChange(read(stored));
  };
  begin().catch((error: unknown) => reportError(error));
}
