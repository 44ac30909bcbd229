// A pseudo-language: English with accents, half as long again, between brackets. It shows how a view renders a longer language, and makes text
// visible that is not in the words. Only the gallery and the tests use it: no package contains it and no setting offers it.
import { LANGUAGES } from '../../lib/text/language.ts';
import type { LanguageRow } from '../../lib/text/language.ts';
import type { Messages } from '../../lib/words/words.ts';

export const PSEUDO: LanguageRow = {
  ...LANGUAGES[0],
  id: 'en_XA',
  tag: 'en-XA',
  name: 'Ëẽñğĺíîśĥ',
  shortName: 'ËÑ',
};

const PLAIN = 'aceghijklnorsuwyzACEGHIJKLNORSUWYZ';
const ACCENTED = 'áçëĝĥîĵķļñôŕšûŵýžÅÇËĜĤÎĴĶĻÑÔŔŠÛŴÝŽ';

/** The parts that must not change: commands, placeholders, dollar signs, addresses. */
const KEPT = /(`[^`]*`|\$[1-9$]|https?:\/\/\S*)/;

/** English messages in the pseudo-language. */
export function pseudoMessages(english: Messages): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [key, { message: pseudoText(message) }]),
  );
}

/** `Copy link` → `⟦Çôôpýý ļîîñķ⟧`: every vowel twice. */
export function pseudoText(text: string): string {
  const pieces = text
    .split(KEPT)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(/[A-Za-z]/g, pseudoLetter)));
  return `⟦${pieces.join('')}⟧`;
}

function pseudoLetter(letter: string): string {
  const accented = ACCENTED[PLAIN.indexOf(letter)] ?? letter;
  return /[aeiouy]/.test(letter) ? accented + accented : accented;
}
