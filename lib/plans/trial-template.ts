// The template of the sign-up address: https, and nothing in braces but what the seller may learn. Set by the catalogue, a policy or a person,
// so it is hostile input: what it cannot say, it cannot make the link say either.

/** What stands for itself in a path or a query: always there, and made of our own characters. */
const PLAIN = ['plan', 'level', 'term', 'lang'] as const;
/** https://en.wikipedia.org/wiki/UTM_parameters */
export const CAMPAIGN_FIELDS = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
] as const;
/** May be missing, and then the whole parameter is: so they stand alone in one. */
const OPTIONAL = [...CAMPAIGN_FIELDS, 'domain'] as const;

export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];
export type Placeholder = (typeof PLAIN)[number] | (typeof OPTIONAL)[number];
export const PLACEHOLDERS: readonly Placeholder[] = [...PLAIN, ...OPTIONAL];

/** Longest template, in characters. */
const MAX_TEMPLATE = 2000;

export type TrialLinkFault =
  /** Nobody has set an address. */
  | 'unset'
  | 'too-long'
  | 'not-an-address'
  | 'not-https'
  /** A user name or password in it. */
  | 'credentials'
  /** A placeholder in the host or port: the values would choose where the link leads. */
  | 'placeholder-in-host'
  | 'unknown-placeholder'
  /** A placeholder that may be missing does not stand alone in a parameter of the query. */
  | 'placeholder-place'
  /** A brace without its partner. */
  | 'stray-brace'
  | 'bad-value';

/** Why there is no link. `detail`: the placeholder or the part that is wrong, to be shown as hostile text. */
export class TrialLinkError extends Error {
  override readonly name = 'TrialLinkError';
  readonly code: TrialLinkFault;
  readonly detail: string;

  constructor(code: TrialLinkFault, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** A template taken apart. `path` and `fragment` are texts with placeholders; each parameter of the query is one piece. */
export interface Template {
  readonly origin: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly fragment: string | null;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Reads a template; an empty one is `unset`. Throws TrialLinkError. */
export function readTemplate(text: string): Template {
  const trimmed = text.trim();
  if (trimmed === '') throw new TrialLinkError('unset');
  if (trimmed.length > MAX_TEMPLATE) throw new TrialLinkError('too-long', String(trimmed.length));
  // The URL parser would drop tabs and line breaks, also out of `java\tscript:`, and read a backslash as a slash.
  if (/[\s\\\p{Cc}]/u.test(trimmed)) throw new TrialLinkError('not-an-address');
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(trimmed);
  if (match === null) throw new TrialLinkError('not-an-address');
  const [, scheme = '', authority = '', path = '', query, fragment] = match;
  if (scheme.toLowerCase() !== 'https') throw new TrialLinkError('not-https', scheme);
  if (/[{}]/.test(authority)) throw new TrialLinkError('placeholder-in-host', authority);
  if (authority.includes('@')) throw new TrialLinkError('credentials');
  const url = URL.parse(`https://${authority}/`);
  if (url === null || url.hostname === '') throw new TrialLinkError('not-an-address', authority);
  const parameters = query === undefined || query === '' ? [] : query.split('&');
  for (const part of [path, fragment ?? '']) checkPlaceholders(part, false);
  for (const parameter of parameters) checkPlaceholders(parameter, true);
  return {
    origin: url.origin,
    path: path === '' ? '/' : path,
    query: parameters,
    fragment: fragment ?? null,
  };
}

/** Whether a text is a template that a link can be made of. */
export function isTemplate(text: string): boolean {
  try {
    readTemplate(text);
    return true;
  } catch (error) {
    if (error instanceof TrialLinkError) return false;
    throw error;
  }
}

/** The placeholder that may be missing in a parameter like `ref={utm_source}`; null: none. */
export function optionalIn(parameter: string): (typeof OPTIONAL)[number] | null {
  return OPTIONAL.find((name) => parameter.endsWith(`={${name}}`)) ?? null;
}

function checkPlaceholders(part: string, isParameter: boolean): void {
  const names = Array.from(part.matchAll(PLACEHOLDER), ([, name = '']) => name);
  if (/[{}]/.test(part.replace(PLACEHOLDER, ''))) throw new TrialLinkError('stray-brace', part);
  const unknown = names.find((name) => !PLACEHOLDERS.some((known) => known === name));
  if (unknown !== undefined) throw new TrialLinkError('unknown-placeholder', `{${unknown}}`);
  const optional = names.find((name) => OPTIONAL.some((known) => known === name));
  if (optional === undefined) return;
  if (!isParameter || names.length > 1 || !/^[^={}]+=\{[^{}]*\}$/.test(part))
    throw new TrialLinkError('placeholder-place', `{${optional}}`);
}

/** The text with every placeholder replaced by what `value` gives for it. */
export function fill(text: string, value: (name: Placeholder) => string): string {
  // checkPlaceholders let only known names through.
  return text.replace(PLACEHOLDER, (_, name: Placeholder) => value(name));
}
