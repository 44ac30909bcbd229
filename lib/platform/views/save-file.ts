// Saves a text as a file in the person's downloads, without a permission for it.

/** How long the browser may take to begin reading, ms; the address is of no use after that. */
const KEPT = 60_000;

export interface SavedFile {
  readonly name: string;
  readonly text: string;
  /** Media type. */
  readonly type: string;
}

/** Call from a click. */
export function saveFile({ name, text, type }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
