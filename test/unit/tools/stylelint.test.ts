// The style sheets of components take colours, lengths and type from tokens. Each rule is shown a sheet that breaks it.
import { join } from 'node:path';
import stylelint from 'stylelint';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** The rules that a sheet breaks. `file`: the place that it is linted as. */
async function lint(css: string, file = 'components/popup/menu.module.css'): Promise<readonly string[]> {
  const { results } = await stylelint.lint({
    code: css,
    codeFilename: join(ROOT, file),
    configFile: join(ROOT, '.stylelintrc.json'),
    configBasedir: ROOT,
  });
  return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
}

test.each([
  ['a length outside the scale', '.menu { padding: 7px; }', 'unit-disallowed-list'],
  ['a length within calc()', '.menu { inset: calc(100% + 4px); }', 'unit-disallowed-list'],
  ['a length relative to the root', '.menu { gap: 0.5rem; }', 'unit-disallowed-list'],
  ['a hexadecimal colour', '.menu { color: #333; }', 'color-no-hex'],
  ['a colour by its name', '.menu { color: red; }', 'color-named'],
  ['a colour by its channels', '.menu { color: rgb(0 0 0 / 18%); }', 'function-disallowed-list'],
  ['a font size that is no token', '.menu { font-size: 0.9em; }', 'declaration-property-value-allowed-list'],
  ['a font weight by its number', '.menu { font-weight: 600; }', 'declaration-property-value-allowed-list'],
  ['a token that does not exist', '.menu { gap: var(--space-7); }', 'no-unknown-custom-properties'],
  ['a property that does not exist', '.menu { colour: inherit; }', 'property-no-unknown'],
])('refuses %s', async (_what, css, rule) => {
  expect(await lint(css)).toEqual([rule]);
});

test('accepts tokens, system colours and the width of a window', async () => {
  const css = `.menu { padding: var(--space-8) 0; color: var(--ink); }
@media (width < 340px) { .menu { color: CanvasText; } }`;
  expect(await lint(css)).toEqual([]);
});

test('accepts colours and lengths where tokens are defined', async () => {
  expect(
    await lint(':root { --ink: light-dark(#000000, #ffffff); --space-8: 8px; }', 'components/ui/tokens.css'),
  ).toEqual([]);
});
