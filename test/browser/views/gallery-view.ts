// Page object of one gallery page: shows a view in a named state and runs the checks that apply to every view.
import type { Locator, Page } from '@playwright/test';
import type Axe from 'axe-core';

export type ViewName = 'popup' | 'options' | 'explain' | 'welcome';
/** WCAG 2.2 level AA includes all before it. https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export class GalleryView {
  /** Its attributes contain the last request of the view to the browser (`data-asked`) and the language (`lang`). */
  readonly root: Locator;
  readonly focused: Locator;

  readonly page: Page;
  readonly #origin: string;
  readonly #view: ViewName;

  constructor(page: Page, origin: string, view: ViewName) {
    this.page = page;
    this.#origin = origin;
    this.#view = view;
    this.root = page.locator('html');
    this.focused = page.locator(':focus');
  }

  /** Shows the view in a state, in English unless `query` names another language. An open page is kept: only its address changes. */
  async open(state: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const params = new URLSearchParams({ state, lang: 'en', ...query });
    const url = new URL(`${this.#view}.html?${params.toString()}`, this.#origin);
    const now = this.page.url();
    if (now.startsWith(`${url.origin}${url.pathname}?`) && now !== url.href) {
      await this.page.evaluate((next) => {
        history.pushState(null, '', next);
        dispatchEvent(new PopStateEvent('popstate'));
      }, url.href);
    } else await this.page.goto(url.href);
    await this.page.locator(`html[data-shown=${JSON.stringify(url.search)}]`).waitFor({ state: 'attached' });
  }

  /** The last request of the view to the browser; null: none. */
  asked(): Promise<string | null> {
    return this.root.getAttribute('data-asked');
  }

  /** Opens every disclosure, so that no folded text escapes the checks. */
  async unfold(): Promise<void> {
    await this.page.evaluate(async () => {
      const selector = 'button[aria-expanded="false"]:not([aria-haspopup])';
      // An opened part may contain further disclosures. React renders a click before the next task.
      while (document.querySelector(selector) !== null) {
        for (const button of document.querySelectorAll<HTMLElement>(selector)) button.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
  }

  /** Violations that axe finds, one line per rule and element. `rules`: only these instead of all of WCAG 2.2 AA. */
  async findBarriers(rules?: readonly string[]): Promise<readonly string[]> {
    return this.page.evaluate(
      async ({ tags, only }) => {
        // An element that is still fading in has no contrast yet.
        await Promise.all(document.getAnimations().map(({ finished }) => finished));
        // The fixture's init script defines it; the DOM types do not contain it.
        const { axe } = window as unknown as { axe: typeof Axe };
        const { violations } = await axe.run(document, {
          runOnly: only === null ? { type: 'tag', values: tags } : { type: 'rule', values: only },
          resultTypes: ['violations'],
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        );
      },
      { tags: WCAG, only: rules === undefined ? null : [...rules] },
    );
  }

  /** By how many pixels the page is wider than a window of this width. */
  async overflow(width: number): Promise<number> {
    await this.page.setViewportSize({ width, height: 600 });
    return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }

  /** Keys, placeholders and other leftovers that a user must never read. */
  async leftovers(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      // Code samples and the page's own text may contain dollar signs and underscores.
      const body = document.importNode(document.body, true);
      for (const code of body.querySelectorAll('code, bdi, textarea')) code.remove();
      const labels = Array.from(body.querySelectorAll('[aria-label]'), (element) =>
        element.getAttribute('aria-label'),
      );
      const text = [document.title, body.textContent, ...labels].join('\n');
      return text.match(/\$\d|\b(?:undefined|null|NaN)\b|\[object|[a-z]+(?:_[a-z0-9]+)+/g) ?? [];
    });
  }

  /** Switches the page that is shown to the dark theme. */
  async useDarkTheme(): Promise<void> {
    await this.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  }

  /** A computed style of the first element that matches. */
  async paint(selector: string, property: string): Promise<string> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  }
}
