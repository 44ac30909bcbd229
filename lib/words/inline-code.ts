// Longer texts may contain settings to type, in backticks: "send `Strict-Transport-Security: max-age=31536000`". Views show them as code, Markdown
// keeps them unchanged.

export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits the text into prose and code. A backtick without a partner is an ordinary character. */
export function proseParts(text: string): readonly ProsePart[] {
  return text
    .split(/`([^`]+)`/)
    .map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
