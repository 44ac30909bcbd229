// What puppeteer lacks for Firefox: plain WebDriver BiDi commands, and code in the browser's own window (started with --remote-allow-system-access).
// https://w3c.github.io/webdriver-bidi/
import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';

const tree = v.object({
  result: v.object({ contexts: v.array(v.object({ context: v.string(), url: v.string() })) }),
});
const evaluated = v.object({
  result: v.variant('type', [
    v.object({
      type: v.literal('success'),
      result: v.object({ value: v.optional(v.union([v.string(), v.boolean(), v.number()])) }),
    }),
    v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
  ]),
});

const inContext = v.object({ context: v.string() });

interface Connection {
  readonly send: (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly on: (event: string, listener: (parameters: unknown) => void) => unknown;
  readonly off: (event: string, listener: (parameters: unknown) => void) => unknown;
}

/** Sends one BiDi command. Rejects with the browser's error. */
export function sendCommand(
  browser: Browser,
  method: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return connectionOf(browser).send(method, parameters);
}

/** Resolves when an event happens in a browsing context; never after `signal` was aborted. */
export function nextEvent(
  browser: Browser,
  event: string,
  context: string,
  signal: AbortSignal,
): Promise<void> {
  const connection = connectionOf(browser);
  return new Promise((happened) => {
    const listener = (parameters: unknown): void => {
      if (v.is(inContext, parameters) && parameters.context === context) happened();
    };
    connection.on(event, listener);
    signal.addEventListener('abort', () => connection.off(event, listener), { once: true });
  });
}

/** puppeteer has the connection, but not in its types. */
function connectionOf(browser: Browser): Connection {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isConnection(connection)) throw new Error('This puppeteer has no BiDi connection.');
  return connection;
}

function isConnection(value: unknown): value is Connection {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['send', 'on', 'off'].every((name) => typeof Reflect.get(value, name) === 'function')
  );
}

/** The id of the browsing context that a page shows. */
export function contextOf(page: Page): string {
  const id: unknown = Reflect.get(page.mainFrame(), '_id');
  if (typeof id !== 'string') throw new Error('This puppeteer does not report the id of a frame.');
  return id;
}

/** All tabs, with their current addresses. */
export async function listTabs(
  browser: Browser,
): Promise<readonly { readonly context: string; readonly url: string }[]> {
  const answer = await sendCommand(browser, 'browsingContext.getTree', { maxDepth: 0 });
  return v.parse(tree, answer).result.contexts;
}

/** Runs an expression in the browser's own window and awaits a promise. Returns a plain value or undefined. */
export async function runInBrowserWindow(
  browser: Browser,
  expression: string,
): Promise<string | boolean | number | undefined> {
  const answer = await sendCommand(browser, 'browsingContext.getTree', {
    maxDepth: 0,
    'moz:scope': 'chrome',
  });
  const context = v.parse(tree, answer).result.contexts[0]?.context;
  const { result } = v.parse(
    evaluated,
    await sendCommand(browser, 'script.evaluate', { expression, awaitPromise: true, target: { context } }),
  );
  if (result.type === 'exception') throw new Error(`In Firefox's window: ${result.exceptionDetails.text}`);
  return result.result.value;
}
