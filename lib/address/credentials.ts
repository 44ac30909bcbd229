// Names and passwords in addresses (`user:secret@`) are kept, shown, printed and exported nowhere: a mark stands in their place.
import { parseAddress } from './address.ts';
import { isHostCut, MAX_URL } from './address-bounds.ts';

const MARK = '***';
/** Schemes whose addresses may have an @ that has nothing to do with credentials. */
const TOLD_APART = /^(?:https?|wss?|ftp|file|data|blob|about|chrome|resource):$/;

/** An address, as the URL parser spells it, as it is kept and shown. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#\\]*@/i, `$1${MARK}@`);
}

/** The same, bounded. Of one that was cut before its first slash nobody can tell whether it begins with credentials. */
export function keptAddress(url: string): string {
  if (isHostCut(url)) return url.replace(/\/\/.*/s, `//${MARK}`);
  return withoutCredentials(url).slice(0, MAX_URL);
}

/**
 * An address as a person typed it, which may be none. What the parser forgives (white space, too few slashes, signs that are not encoded) hides no
 * credentials; where it finds no address at all, everything up to the last @ counts as such.
 */
export function withoutTypedCredentials(text: string): string {
  if (!/[@＠]/.test(text)) return text;
  const url = parseAddress(text);
  if (url !== null && TOLD_APART.test(url.protocol)) {
    if (url.username === '' && url.password === '') return text;
    url.username = MARK;
    url.password = '';
    return url.href;
  }
  return text.replace(/^(\s*[a-z][a-z\d+.-]*:[/\\]+)?.*[@＠]/is, `$1${MARK}@`);
}

/** A message, e.g. of the browser's driver, in which addresses stand. `typed`: one of them, as a person typed it. */
export function withoutCredentialsIn(text: string, typed = ''): string {
  const rest = typed === '' ? text : text.replaceAll(typed, () => withoutTypedCredentials(typed));
  return rest.replace(/(\b[a-z][a-z\d+.-]{0,30}:[/\\]{2})[^/?#\\"'<>]*[@＠]/gi, `$1${MARK}@`);
}
