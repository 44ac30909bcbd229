// "Risks explained" in the gallery: anchors, index and forced colours.
import { FINDINGS } from '../../../lib/verdict/finding-list.ts';
import { expect, test } from './gallery-test.ts';

test('every finding has an anchor in the explanations, and the index links to all of them', async ({
  explain,
  page,
}) => {
  await explain.open('at-a-finding');
  await expect(page.locator('#mixed-content-blocked')).toBeFocused();
  await expect(page.locator('#mixed-content-blocked')).toBeInViewport();
  for (const { id } of FINDINGS) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
  await page.setViewportSize({ width: 1200, height: 800 });
  const links = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(FINDINGS.length);
  for (const link of links) await expect(page.locator(link)).toHaveCount(1);
  expect(await explain.findBarriers(), 'barriers with the index beside the text').toEqual([]);
});

test.describe('with forced colours', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

  test('the figures of the explanations stay visible', async ({ explain }) => {
    await explain.open('beginning');
    const canvas = await explain.paint('body', 'background-color');
    expect(await explain.paint('figure rect', 'stroke')).not.toBe(canvas);
  });
});
