// Saves a text as a file in the user's downloads, which needs no permission.

/** ms within which the browser must begin to read the file; then its address is revoked. */
const KEPT = 60_000;

export interface SavedFile {
  readonly name: string;
  readonly text: string;
  /** Media type. */
  readonly type: string;
}

/** Call it from a click handler. */
export function saveFile({ name, text, type }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
