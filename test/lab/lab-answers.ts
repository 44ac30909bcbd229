// The responses of the lab's servers as data: small pages of one style, redirects, and the files that pages load.

export interface Answer {
  readonly status: number;
  /** With a list of values the header is repeated. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

/** One year, the value that the preload list requires (https://hstspreload.org/). */
export const HSTS = { 'strict-transport-security': 'max-age=31536000' } as const;

/** Where the start page is; every page links back to it. */
export const START_PAGE = 'https://start.lab.test/';

const LOOK = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 46rem; margin: 3rem auto; padding: 0 1.25rem; color: light-dark(#1c1e21, #e6e7e9); background: light-dark(#fff, #16181b) }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  a { color: light-dark(#1a5fb4, #8ab8f0) }
  form { display: grid; gap: .75rem; max-width: 20rem; margin: 1.5rem 0 }
  label { display: grid; gap: .25rem }
  input, textarea, button { font: inherit; padding: .4rem .5rem }
  iframe { inline-size: 100%; block-size: 12rem; border: 1px solid light-dark(#c9ccd1, #43474d) }
  footer { margin-top: 2.5rem; font-size: .875rem }`;

export interface PageParts {
  readonly title: string;
  /** HTML of the page's body, below its heading. */
  readonly body?: string;
  /** HTML for the page's head. The default icon keeps browsers from asking for /favicon.ico. */
  readonly head?: string;
  readonly headers?: Answer['headers'];
}

/** A page of the lab. Titles are text, `head` and `body` are HTML. */
export function page({
  title,
  body = '',
  head = '<link rel="icon" href="data:,">',
  headers = {},
}: PageParts): Answer {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${LOOK}</style>
${head}
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
<footer><a href="${START_PAGE}">All pages of the lab</a></footer>
</body>
</html>
`;
  return answer('text/html; charset=utf-8', html, headers);
}

/** A page whose host sends HSTS, so that only the scenario's own subject is found on it. */
export function securePage(parts: PageParts): Answer {
  return page({ ...parts, headers: { ...HSTS, ...parts.headers } });
}

/** A redirect that browsers do not store, so that every navigation is the same. */
export function redirect(to: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 302, headers: { location: to, 'cache-control': 'no-cache', ...headers }, body: '' };
}

/** Any other content, readable from every origin. Revalidated on each visit, so that a browser never uses the responses of an earlier lab. */
export function answer(type: string, body: string | Uint8Array, headers: Answer['headers'] = {}): Answer {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      ...headers,
    },
    body,
  };
}

/** Text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
