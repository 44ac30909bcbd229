// Splits a pasted text into pieces that may be addresses, as owners write lists: one or many a line, with half- or full-width separators, labels before
// the address, bullets, or JSON. Pieces that are not addresses are returned too, so that they can be reported.

export interface ListItem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** `address`: to be parsed as one. `rest`: stands beside addresses and is not one. */
  readonly kind: 'address' | 'rest';
}

/** Longer pieces are not addresses, so regular expressions see no longer text. */
const MAX_PIECE = 2100;
/** Labels before an address: the names of the console's lists. */
const LIST_NAMES =
  /^(?:request|uploadfile|downloadfile|connectsocket|socket|websocket|tcp|udp|https?|wss?)$/i;
const BULLET = /^(?:[^\p{L}\p{N}]{1,3}|\(?\d{1,3}[.):]?)$/u;
const LETTER = /[\p{L}\p{N}]/u;
const SEPARATOR = /[\s"'`,;]/;
/** Schemes with too few slashes, which URL parsers accept. */
const FEW_SLASHES = /^(https?|wss?|tcp|udp):[/\\]*(?=[^/\\\s]*\.)/i;

/** The pieces of a text, in order. Lines that begin with `#`, and what follows ` #`, are comments. */
export function readItems(text: string): readonly ListItem[] {
  return readJson(text) ?? text.split(/\r\n|[\r\n]/).flatMap((line, index) => readLine(line, index + 1));
}

/** The strings in a JSON text; null: the text is not JSON. Keys count when they look like addresses. */
function readJson(text: string): readonly ListItem[] | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const strings: string[] = [];
  try {
    JSON.parse(text, (key: string, value: unknown) => {
      if (looksLikeAddress(normalize(key))) strings.push(key);
      if (typeof value === 'string') strings.push(value);
      return null;
    });
  } catch {
    return null;
  }
  return strings.flatMap((string) => {
    const at = text.indexOf(JSON.stringify(string));
    const line = at < 0 ? 1 : text.slice(0, at).split('\n').length;
    const items = readLine(string, line);
    const hasAddress = items.some((item) => looksLikeAddress(item.text));
    // A single word in a configuration is not a host.
    return hasAddress ? items : items.map((item) => ({ ...item, kind: 'rest' as const }));
  });
}

function readLine(raw: string, line: number): readonly ListItem[] {
  const whole = trimSeparators(normalize(raw));
  // Single brackets remain of incomplete JSON.
  if (/^[\s[\]{}()]*$/.test(whole) || whole.startsWith('#')) return [];
  const item = (text: string, kind: ListItem['kind']): ListItem => ({ line, text, kind });
  const pieces = split(whole);
  // A heading: `request 合法域名：`, `"requestdomain": [`.
  if (/[:=]\s*[[{]?$/.test(whole) && !pieces.some(looksLikeAddress)) return [];
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined)
    return [item(withoutLabel(only), LIST_NAMES.test(only) ? 'rest' : 'address')];
  if (!pieces.some(looksLikeAddress)) {
    // A list of single names, or a sentence.
    const isList = pieces.length > 0 && !/[^\s,;]\s+[^\s,;]/.test(whole);
    return isList ? pieces.map((piece) => item(piece, 'address')) : [item(whole, 'rest')];
  }
  const items: ListItem[] = [];
  let words: string[] = [];
  const tellWords = (): void => {
    items.push(...words.map((word) => item(word, 'rest')));
    words = [];
  };
  for (const piece of pieces) {
    if (!looksLikeAddress(piece)) words.push(piece);
    else {
      const address = withoutLabel(piece);
      if (address !== piece || /[:=]$/.test(words.at(-1) ?? '')) words = [];
      tellWords();
      items.push(item(address, 'address'));
    }
  }
  tellWords();
  return items;
}

/** Replaces full-width forms by ASCII and full-width separators by spaces, and removes invisible characters. */
function normalize(text: string): string {
  return text
    .replace(/[；，、､|]/g, ' ')
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/[“”„«»「」『』【】《》〈〉]/g, '"')
    .replace(/(?<=[a-z0-9-])。(?=[a-z0-9])/gi, '.')
    .replace(/\\[nrt](?=\s*["']?[a-z]{2,5}:\/\/)/gi, ' ');
}

/** Splits at spaces, quotes, commas and semicolons, but not at a comma or semicolon inside the path of an address. */
function split(line: string): readonly string[] {
  const pieces: string[] = [];
  for (const chunk of line.split(/[\s"'`<>]+/)) {
    if (chunk.startsWith('#')) break;
    let isGlued = false;
    for (const [index, part] of chunk.split(/([,;])/).entries()) {
      const before = pieces.at(-1) ?? '';
      if (index % 2 === 1) {
        isGlued = hasPath(before);
        if (isGlued) pieces[pieces.length - 1] = before + part;
      } else if (isGlued && !looksLikeAddress(part)) pieces[pieces.length - 1] = before + part;
      else pieces.push(part);
    }
  }
  return pieces
    .map(trim)
    .filter((piece, index) => piece !== '' && !(BULLET.test(piece) && (index === 0 || !LETTER.test(piece))))
    .filter((piece, index, all) => index === all.length - 1 || !LIST_NAMES.test(piece));
}

/** A loop, because a regular expression would try a long run of separators from each of its positions. */
function trimSeparators(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SEPARATOR.test(text.charAt(start))) start += 1;
  while (end > start && SEPARATOR.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Removes brackets and full stops around a piece; an IPv6 address keeps its brackets. */
function trim(piece: string): string {
  if (piece.length > MAX_PIECE) return piece;
  const bare = piece.replace(/^[(){}.,;]+|[(){}.,;。!]+$/g, '');
  if (/^\[[0-9a-f:.]+\]/i.test(bare)) return bare;
  return /\[[0-9a-f:.]+\]/i.test(bare) ? bare.replace(/^\[+/, '') : bare.replace(/^\[+|\]+$/g, '');
}

/** Whether a piece is an address with a path longer than a slash. */
function hasPath(piece: string): boolean {
  return piece.length <= MAX_PIECE && /:\/\/[^/?#]+(?:\/[^,;]|\?)/.test(piece);
}

/** Whether a piece has a scheme, or a host with a dot or in brackets. */
function looksLikeAddress(piece: string): boolean {
  if (piece.length > MAX_PIECE) return true;
  return (
    piece.includes('://') ||
    FEW_SLASHES.test(piece) ||
    /^[^/?#@]*[^/?#@.]\.[^/?#@.]|^\[[0-9a-f:.]+\]/i.test(piece)
  );
}

/** Removes a label: `request:https://…` → `https://…`; `api:shop.example.com` → `shop.example.com`. */
function withoutLabel(piece: string): string {
  if (piece.length > MAX_PIECE) return piece;
  const slashes = piece.indexOf('://');
  if (slashes > 0) {
    const start = slashes - (/[a-z][a-z0-9+.-]*$/i.exec(piece.slice(0, slashes))?.[0].length ?? 0);
    const label = piece.slice(0, start);
    return label !== '' && !/[/?#]/.test(label) ? piece.slice(start) : piece;
  }
  if (FEW_SLASHES.test(piece)) return piece.replace(FEW_SLASHES, '$1://');
  return piece.replace(/^[^:/?#.@[\]]+[:=](?=[^:/?#]*\.)/, '').replace(FEW_SLASHES, '$1://');
}
