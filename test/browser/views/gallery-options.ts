// Page object of the options in the gallery: the fields and links that several tests use.
import type { Locator, Page } from '@playwright/test';
import { GalleryView } from './gallery-view.ts';

export class GalleryOptions extends GalleryView {
  /** Of the plans; the trials further down have a field of that name too. */
  readonly site: Locator;
  readonly trialSite: Locator;
  readonly signUpAddress: Locator;
  readonly sellerLink: Locator;
  readonly tellSeller: Locator;
  readonly matchingPlan: Locator;
  readonly lookUpServer: Locator;

  constructor(page: Page, origin: string) {
    super(page, origin, 'options');
    this.site = page.getByLabel('Site', { exact: true }).first();
    this.trialSite = this.section('trials').getByLabel('Site', { exact: true });
    this.signUpAddress = page.getByLabel('Sign-up address for the trial');
    this.sellerLink = page.getByRole('link', { name: "Go to the seller's page" });
    this.tellSeller = page.getByRole('checkbox', { name: /^Also tell the seller/ });
    this.matchingPlan = page.locator('[data-fit=true] p').nth(1);
    this.lookUpServer = page.getByLabel(/^Server/);
  }

  /** A section by the id of its heading. */
  section(heading: string): Locator {
    return this.page.locator(`section[aria-labelledby=${heading}]`);
  }
}
