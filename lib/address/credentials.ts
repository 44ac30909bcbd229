// Removes user names and passwords from addresses (`user:secret@`) before they are stored, shown, printed or exported: `***` replaces them.
import { parseAddress } from './address.ts';
import { isHostCut, MAX_URL } from './address-bounds.ts';

const MARK = '***';
/** Schemes whose addresses may contain an @ that is not part of credentials. */
const TOLD_APART = /^(?:https?|wss?|ftp|file|data|blob|about|chrome|resource):$/;

/** An address without its credentials. `url`: as the URL parser writes it. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#\\]*@/i, `$1${MARK}@`);
}

/** The same, bounded. When an address was cut before its first slash, whether it begins with credentials is unknown, so all of it is replaced. */
export function keptAddress(url: string): string {
  if (isHostCut(url)) return url.replace(/\/\/.*/s, `//${MARK}`);
  return withoutCredentials(url).slice(0, MAX_URL);
}

/**
 * A text that a user typed as an address, without credentials. The text may be no address: what the URL parser tolerates (white space, missing
 * slashes, unencoded characters) is handled, and in a text that it cannot parse everything up to the last @ is replaced.
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

/** A message, e.g. of the browser's driver, without the credentials of addresses in it. `typed`: an address in it as the user typed it. */
export function withoutCredentialsIn(text: string, typed = ''): string {
  const rest = typed === '' ? text : text.replaceAll(typed, () => withoutTypedCredentials(typed));
  return rest.replace(/(\b[a-z][a-z\d+.-]{0,30}:[/\\]{2})[^/?#\\"'<>]*[@＠]/gi, `$1${MARK}@`);
}
