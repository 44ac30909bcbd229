// Small pages based on public bug reports and questions of site owners: the expectation follows from the rule.
import type { Scenario, ScenarioGroup } from '../../scenario.ts';
import { fieldsInTheField } from './input-fields.ts';
import { lifetimes } from './lifetimes.ts';
import { mixedField } from './named-http-addresses.ts';
import { navigation } from './navigation-scenarios.ts';
import { refusals } from './refused-handshakes.ts';
import { small } from './small.ts';

/** One list for each kind, in its own file. */
const LISTS: readonly (readonly Scenario[])[] = [
  fieldsInTheField,
  lifetimes,
  mixedField,
  navigation,
  refusals,
  small,
];

export const field: ScenarioGroup = { title: 'Field', scenarios: LISTS.flat() };
