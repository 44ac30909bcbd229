// The text of a file: which encoding it is in, and what programs did to line breaks and signs on the way. What is undone keeps its length
// where it can, so that places of faults stay right.

/** Control characters that no text has. */
// oxlint-disable-next-line no-control-regex -- control characters tell binary files from text
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
/** Text up to the first block. A certificate in DER has control characters among its first bytes: the integer of its version or serial. */
// oxlint-disable-next-line no-control-regex -- as above
const PEM_TEXT = /^[^\u0000-\u0008\u000e-\u001f]*?-----BEGIN /;
/** Characters that are looked at to tell text from binary files. */
const SAMPLE = 4096;

/** null: no text. One character per byte but in UTF-16. */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  const text = new TextDecoder('latin1').decode(bytes);
  return PEM_TEXT.test(text) || !CONTROL.test(text.slice(0, SAMPLE)) ? text : null;
}

/** By the byte order mark, or by the zero bytes beside the signs of ASCII, as Windows' tools write it with and without. */
function utf16Of([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isSign(first) && second === 0 && isSign(third) && fourth === 0) return 'utf-16le';
  return first === 0 && isSign(second) && third === 0 && isSign(fourth) ? 'utf-16be' : null;
}

/** A printable character of ASCII. */
function isSign(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/**
 * The same text with the escapes of JSON, of shells and of source code undone: line breaks as `\n` (also `\\n`), `\/`, `\u002B`, quotes at the
 * ends of lines, and the percent signs of a header field (nginx's $ssl_client_escaped_cert).
 */
export function undoEscapes(text: string): string {
  const plain = /-----BEGIN(?:%20|\+)/i.test(text) ? undoPercents(text) : text;
  // What takes the place of an escape stands at its end. The look behind keeps a long row of backslashes from being tried from each of them.
  return plain
    .replaceAll(/(?<!\\)\\+u00(2[bBfF]|3[dD])/g, (whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)).padStart(whole.length),
    )
    .replaceAll(/(?<!\\)\\+[nrt]/g, (whole) => ' '.repeat(whole.length))
    .replaceAll(/(?<!\\)\\+\//g, (whole) => '/'.padStart(whole.length))
    .replaceAll(/^[ \t]*["']|["'](?:[ \t]*[+,;.\\]+)?[ \t]*\r?$/gm, (whole) =>
      whole.replaceAll(/["'+,;.\\]/g, ' '),
    );
}

function undoPercents(text: string): string {
  // A `+` is a space where the space before CERTIFICATE was written as one; else it is a digit of base64.
  const spaced = /-----BEGIN\+/i.test(text) ? text.replaceAll('+', ' ') : text;
  return spaced.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
