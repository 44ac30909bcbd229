// Selects the entries that are removed from a list that is too long: harmless ones before severe ones, whichever frame saw them. The first of each
// kind stays, so that no frame's entries displace the only ones of another frame.
import type { MixedOutcome } from '../../mixed-content/mixed-content.ts';
import type { MixedEntry } from '../../mixed-content/mixed-entry.ts';

/** The weight of an outcome against a page. */
const RANKS: Readonly<Record<MixedOutcome, number>> = {
  upgraded: 0,
  'upgraded-by-policy': 0,
  'not-loaded': 0,
  unknown: 1,
  blocked: 2,
  'would-be-sent': 3,
  loaded: 3,
};

/** Returns the list without the `excess` least important entries. */
export function makeRoom(entries: readonly MixedEntry[], excess: number): readonly MixedEntry[] {
  if (excess <= 0) return entries;
  const out = new Set(inOrderOfLeaving(entries).slice(0, excess));
  return entries.filter((entry) => !out.has(entry));
}

/** Returns all removable entries, the least important first and the latest first among equals. One entry of each kind stays. */
export function inOrderOfLeaving(entries: readonly MixedEntry[]): readonly MixedEntry[] {
  const kinds = new Set<string>();
  const ofFrames = new Set<string>();
  const levels = [new Array<MixedEntry>(), new Array<MixedEntry>()] as const;
  for (const entry of entries) {
    const kind = `${entry.class} ${entry.outcome}`;
    const ofFrame = `${entry.frameId} ${kind}`;
    if (ofFrames.has(ofFrame)) levels[0].push(entry);
    else if (kinds.has(kind)) levels[1].push(entry);
    kinds.add(kind);
    ofFrames.add(ofFrame);
  }
  // A stable sort keeps the latest first within each rank.
  return levels.flatMap((level) => level.reverse().sort((a, b) => RANKS[a.outcome] - RANKS[b.outcome]));
}
