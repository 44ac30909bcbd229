// A page whose certificate alone makes the difference, and only where the browser reports it.
import { securePage } from '../answers.ts';
import type { LeafKind } from '../leaf-kinds.ts';
import type { Judgement, Scenario } from '../scenario.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };

/** A page with this certificate; `told` is what is found where the browser reports the certificate. */
export function toldCertificate(
  id: string,
  title: string,
  leaf: LeafKind,
  note: string,
  told = NOTHING,
): Scenario {
  const host = `${id}.lab.test`;
  const url = `https://${host}/`;
  return {
    id,
    title,
    url,
    serves: { [url]: securePage({ title }) },
    certificates: { [host]: leaf },
    expect: { ...NOTHING, chromiumTelling: told, firefox: told },
    note,
  };
}
