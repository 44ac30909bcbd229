// A page with a difference only in its certificate, and only where the browser reports that.
import type { LeafKind } from '../leaf-kinds.ts';
import type { Judgement, Scenario } from '../scenario.ts';
import { withCertificate } from './certificate-scenarios.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };

/** A page with this certificate; `told` is what is found where the browser reports the certificate. */
export function reportedCertificate(
  id: string,
  title: string,
  leaf: LeafKind,
  note: string,
  told = NOTHING,
): Scenario {
  const expect = { ...NOTHING, chromiumTelling: told, firefox: told };
  return { ...withCertificate(id, title, leaf, `${id}.lab.test`, expect), note };
}
