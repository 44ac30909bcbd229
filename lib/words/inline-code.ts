// Our longer texts may hold settings to type, in backticks: "send `Strict-Transport-Security: max-age=31536000`". Views show them as code,
// Markdown keeps them as they are.

export interface ProsePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** The text in pieces. An odd backtick, without a partner, is an ordinary character. */
export function proseParts(text: string): readonly ProsePart[] {
  return text
    .split(/`([^`]+)`/)
    .map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
