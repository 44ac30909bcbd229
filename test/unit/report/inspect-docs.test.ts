// The table of fields in docs/inspect.md is generated from the schema. To regenerate it: npx vitest run test/unit/report/inspect-docs.test.ts
// --update
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { inspectResult } from '../../../lib/report/inspect-schema.ts';

const FILE = new URL('../../../docs/inspect.md', import.meta.url).pathname;
const TABLE = /(<!-- fields: [^\n]*-->\n)[\s\S]*(\n<!-- end of fields -->)/;

/** Every field with a description, and those of objects in lists, as `list[].field`. */
function rowsOf(schema: v.GenericSchema, path: string): readonly string[] {
  if ('item' in schema) return rowsOf(schema.item as v.GenericSchema, `${path}[].`);
  if (!('entries' in schema)) return [];
  // A strict object's entries are schemas by name.
  return Object.entries(schema.entries as Readonly<Record<string, v.GenericSchema>>).flatMap(
    ([name, entry]) => {
      const text = v.getDescription(entry);
      return text === undefined
        ? []
        : [`| \`${path}${name}\` | ${text} |`, ...rowsOf(entry, `${path}${name}`)];
    },
  );
}

test('docs/inspect.md has the fields of the schema', async () => {
  const rows = rowsOf(inspectResult, '');
  expect(rows).toHaveLength(Object.keys(inspectResult.entries).length + 1);
  const text = readFileSync(FILE, 'utf8').replace(TABLE, (_, begin: string, end: string) =>
    [begin, '| field | value |', '| --- | --- |', ...rows, end].join('\n'),
  );
  const options = await resolveConfig(FILE);
  await expect(await format(text, { ...options, parser: 'markdown' })).toMatchFileSnapshot(FILE);
});
