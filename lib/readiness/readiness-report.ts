// The result of the check for other programs: JSON with all of it, CSV with a row for each host and API.
import { writeCsv } from '../text/csv.ts';
import type { Readiness } from './check.ts';
import { RULES } from './platform-rules.ts';
import type { RuleId } from './platform-rules.ts';

/** Increased when a field changes or is removed. */
const SCHEMA = 1;

/** `checkedAt`: ms since epoch. */
export function writeReadinessJson(readiness: Readiness, checkedAt: number): string {
  const content = { schema: SCHEMA, checkedAt: new Date(checkedAt).toISOString(), ...readiness };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Rules by number and name, e.g. `2 encrypted`. */
export function writeReadinessCsv({ ruleSet, hosts }: Readiness): string {
  return writeCsv([
    ['rule set', 'host', 'api', 'state', 'not allowed by', 'address', 'to be checked', 'base library'],
    ...hosts.flatMap(({ host, apis }) =>
      apis.map(({ api, state, broken, unseen, baseLibrary }) => [
        ruleSet,
        host,
        api,
        state,
        broken.map(({ rule }) => nameOf(rule)).join('; '),
        broken[0]?.address ?? '',
        unseen.map(nameOf).join('; '),
        baseLibrary ?? '',
      ]),
    ),
  ]);
}

function nameOf(rule: RuleId): string {
  return `${RULES[rule].number} ${rule}`;
}
