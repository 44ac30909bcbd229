// Pages that try to blind, mislead or confuse the extension: each kind of attack at least twice, so that a fix covers the kind, not one case.
import type { Scenario, ScenarioGroup } from '../../scenario.ts';
import { blockAll } from './block-all.ts';
import { mixedAttacks } from './disguised-mixed-content.ts';
import { life } from './life.ts';
import { privateRoots } from './private-roots.ts';
import { reportsAddress } from './reports-address.ts';
import { reportAttacks } from './reports.ts';
import { scanningAttacks } from './scanning.ts';

/** One list for each kind, in its own file. */
const LISTS: readonly (readonly Scenario[])[] = [
  mixedAttacks,
  blockAll,
  life,
  privateRoots,
  reportsAddress,
  reportAttacks,
  scanningAttacks,
];

export const attacks: ScenarioGroup = { title: 'Attacks', scenarios: LISTS.flat() };
