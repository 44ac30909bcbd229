// Certificates that browsers accept, at each validation level, and certificates that they refuse. The refused hosts send HSTS so that
// nothing else is found after a click through the warning; browsers ignore the header on such a connection (RFC 6797, 8.1).
import { securePage } from '../answers.ts';
import type { LeafKind } from '../leaf-kinds.ts';
import type { Expectation, Judgement, Scenario, ScenarioGroup } from '../scenario.ts';

function withCertificate(
  id: string,
  title: string,
  leaf: LeafKind,
  host: string,
  expect: Expectation = { state: 'nothing-found', findings: [] },
): Scenario {
  const url = `https://${host}/`;
  return {
    id,
    title,
    url,
    serves: { [url]: securePage({ title }) },
    certificates: { [host]: leaf },
    expect,
  };
}

function danger(...findings: readonly string[]): Judgement {
  return { state: 'danger', findings };
}

/**
 * A refused certificate in two scenarios: the warning as it is, and past it. Chromium names the vaguer kind at all times; Firefox names the
 * exact one when it refuses, and the extension remembers it for the connection that Firefox was then told to accept.
 */
function refused(leaf: LeafKind, title: string, exact: string, vague: string): readonly Scenario[] {
  const warned = exact === vague ? danger(exact) : { ...danger(exact), chromium: danger(vague) };
  const overridden: Expectation = {
    ...danger('certificate-overridden', exact),
    chromium: danger('certificate-overridden', vague),
  };
  const opened = withCertificate(
    `${leaf}-opened`,
    `${title}, opened anyway`,
    leaf,
    `${leaf}-opened.lab.test`,
    warned,
  );
  return [
    withCertificate(leaf, title, leaf, `${leaf}.lab.test`, warned),
    { ...opened, steps: [{ do: 'click-through', expect: overridden }] },
  ];
}

export const acceptedCertificates: ScenarioGroup = {
  title: 'Certificates that browsers accept',
  scenarios: [
    withCertificate('certificate-dv', 'Domain validated', 'dv', 'dv.lab.test'),
    withCertificate('certificate-ov', 'Organisation validated', 'ov', 'ov.lab.test'),
    withCertificate('certificate-ev', 'States extended validation', 'ev', 'ev.lab.test'),
    withCertificate('certificate-wildcard', 'A wildcard', 'wildcard', 'shop.wildcard.lab.test'),
    withCertificate('certificate-multi-name', 'Several names', 'multi-name', 'multi-name.lab.test'),
    withCertificate('certificate-idn', 'A name beyond ASCII', 'dv', 'xn--bcher-kva.lab.test'),
  ],
};

export const refusedCertificates: ScenarioGroup = {
  title: 'Certificates that browsers refuse',
  scenarios: [
    ...refused('expired', 'Expired ten days ago', 'certificate-expired', 'certificate-date-invalid'),
    ...refused('expired-today', 'Expired three hours ago', 'certificate-expired', 'certificate-date-invalid'),
    ...refused('not-yet-valid', 'Not yet valid', 'certificate-not-yet-valid', 'certificate-date-invalid'),
    ...refused('wrong-name', 'Issued for another name', 'certificate-wrong-name', 'certificate-wrong-name'),
    ...refused('self-signed', 'Signed by itself', 'certificate-self-signed', 'certificate-issuer-unknown'),
    ...refused(
      'unknown-root',
      'Issued by a CA that nobody trusts',
      'certificate-unknown-root',
      'certificate-issuer-unknown',
    ),
  ],
};
