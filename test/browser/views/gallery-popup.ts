// Page object of the popup in the gallery: its rows, its menu and its list of insecure requests.
import type { Locator, Page } from '@playwright/test';
import { GalleryView } from './gallery-view.ts';

export class GalleryPopup extends GalleryView {
  readonly menuButton: Locator;
  readonly listEntries: Locator;
  readonly nextPage: Locator;
  readonly listFilter: Locator;

  constructor(page: Page, origin: string) {
    super(page, origin, 'popup');
    this.menuButton = page.getByRole('button', { name: 'More actions' });
    this.listEntries = page.locator('ol > li');
    this.nextPage = page
      .getByRole('navigation', { name: 'Pages of the list, below it' })
      .getByRole('button', { name: 'Next' });
    this.listFilter = page.getByRole('searchbox');
  }

  /** Shows a state with the row opened that lists insecure requests. */
  async openContent(state: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.open(state, query);
    await this.page.getByRole('button', { name: /^Content/ }).click();
  }

  /** Shows a state with the row opened that describes the certificate. */
  async openCertificate(state: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.open(state, query);
    await this.page.getByRole('button', { name: /^Certificate/ }).click();
  }

  /** The numbers of the listed entries, in the order in which they are shown. */
  async shownNumbers(): Promise<readonly string[]> {
    const texts = await this.listEntries.allInnerTexts();
    return texts.map((text) => /number ([\d,]+)/.exec(text)?.[1] ?? '');
  }

  /** The number of the first entry that is shown, as its list states it. */
  firstNumber(): Promise<string | null> {
    return this.page.locator('ol').getAttribute('start');
  }
}
