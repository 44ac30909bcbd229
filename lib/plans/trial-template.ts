// Parses the template of the sign-up address: https, with placeholders in braces only for what the seller may learn. A catalogue, a policy or a user
// sets it, so it is hostile input.

/** Placeholders that always have a value, made of safe characters. */
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
/** Placeholders without a value remove their whole parameter, so each must be alone in one. */
const OPTIONAL = [...CAMPAIGN_FIELDS, 'domain'] as const;

export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];
export type Placeholder = (typeof PLAIN)[number] | (typeof OPTIONAL)[number];
export const PLACEHOLDERS: readonly Placeholder[] = [...PLAIN, ...OPTIONAL];

/** Longest template, in characters. */
const MAX_TEMPLATE = 2000;

export type TrialLinkFault =
  /** No address is set. */
  | 'unset'
  | 'too-long'
  | 'not-an-address'
  | 'not-https'
  /** The address contains a user name or password. */
  | 'credentials'
  /** A placeholder is in the host or port, so values would choose where the link leads. */
  | 'placeholder-in-host'
  | 'unknown-placeholder'
  /** An optional placeholder is not alone in a parameter of the query. */
  | 'placeholder-place'
  /** A brace has no partner. */
  | 'stray-brace'
  | 'bad-value';

/** Why there is no link. `detail`: the placeholder or the wrong part, to be shown as hostile text. */
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

/** A parsed template. `path` and `fragment` contain placeholders; each parameter of the query is one element. */
export interface Template {
  readonly origin: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly fragment: string | null;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Parses a template; an empty one is `unset`. Throws TrialLinkError. */
export function readTemplate(text: string): Template {
  const trimmed = text.trim();
  if (trimmed === '') throw new TrialLinkError('unset');
  if (trimmed.length > MAX_TEMPLATE) throw new TrialLinkError('too-long', String(trimmed.length));
  // The URL parser would drop tabs and line breaks, also from `java\tscript:`, and read a backslash as a slash.
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

/** Whether a text is a valid template. */
export function isTemplate(text: string): boolean {
  try {
    readTemplate(text);
    return true;
  } catch (error) {
    if (error instanceof TrialLinkError) return false;
    throw error;
  }
}

/** The optional placeholder of a parameter such as `ref={utm_source}`; null: none. */
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

/** Replaces every placeholder by its value. */
export function fill(text: string, value: (name: Placeholder) => string): string {
  // checkPlaceholders accepts only known names.
  return text.replace(PLACEHOLDER, (_, name: Placeholder) => value(name));
}
