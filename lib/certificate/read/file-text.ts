// Decodes the text of a file: its encoding, and the escapes that programs added to line breaks and characters. Replacements keep the length where
// they can, so that the offsets of faults stay right.

/** Control characters that no text contains. */
// oxlint-disable-next-line no-control-regex -- control characters tell binary files from text
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
/** Text up to the first PEM block. A DER certificate has control characters among its first bytes: the integer of its version or serial number. */
// oxlint-disable-next-line no-control-regex -- as above
const PEM_TEXT = /^[^\u0000-\u0008\u000e-\u001f]*?-----BEGIN /;
/** Characters that are searched for control characters. */
const SAMPLE = 4096;

/** The text of a file, one character per byte except in UTF-16; null: the file is binary. */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  const text = new TextDecoder('latin1').decode(bytes);
  return PEM_TEXT.test(text) || !CONTROL.test(text.slice(0, SAMPLE)) ? text : null;
}

/** Detects UTF-16 by the byte order mark, or by the zero bytes beside ASCII characters: Windows programs write it with and without a mark. */
function utf16Of([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isSign(first) && second === 0 && isSign(third) && fourth === 0) return 'utf-16le';
  return first === 0 && isSign(second) && third === 0 && isSign(fourth) ? 'utf-16be' : null;
}

/** Whether a byte is a printable ASCII character. */
function isSign(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/**
 * The text without the escapes of JSON, shells and source code: line breaks as `
 ` (also `\
 `), `\/`, `\u002B`, quotes at the ends of lines, and the
  * percent escapes of a header field (nginx's $ssl_client_escaped_cert).
 */
export function undoEscapes(text: string): string {
  const plain = /-----BEGIN(?:%20|\+)/i.test(text) ? undoPercents(text) : text;
  // A replacement is padded to the length of its escape. The look-behind keeps a long row of backslashes from being tried from each of them.
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
  // A `+` is a space when the space before CERTIFICATE was written as one; otherwise it is a digit of base64.
  const spaced = /-----BEGIN\+/i.test(text) ? text.replaceAll('+', ' ') : text;
  return spaced.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
