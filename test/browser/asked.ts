// Which scenarios a run needs: a test walks many in one browser before it checks each, and with `-g` most of them are not needed.
import type { Scenario } from '../lab/scenario.ts';

/** The environment variable that passes the value of `-g` to the workers. */
export const ASKED = 'ASKED_TESTS';

/** The scenarios in the table that match `-g`. When none matches, a test of all scenarios was selected, so all are returned. */
export function asked(table: readonly Scenario[]): readonly Scenario[] {
  const text = process.env[ASKED];
  if (text === undefined) return table;
  const pattern = new RegExp(text, 'i');
  const named = table.filter(({ id, title }) => pattern.test(`${id}: ${title}`));
  return named.length === 0 ? table : named;
}
