// Certificates that browsers accept, at each validation level, and certificates that they refuse. The refused hosts send HSTS so that
// nothing else is found after a click through the warning; browsers ignore the header on such a connection (RFC 6797, 8.1).
import { securePage } from '../lab-answers.ts';
import type { LeafKind } from '../leaf-kinds.ts';
import type { Expectation, Judgement, Scenario, ScenarioGroup } from '../scenario.ts';

const NOTHING: Judgement = { state: 'nothing-found', findings: [] };

/** A page at a host with this certificate. */
export function withCertificate(
  id: string,
  title: string,
  leaf: LeafKind,
  host: string,
  expect: Expectation = NOTHING,
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

function withNote(scenario: Scenario, note: string): Scenario {
  return { ...scenario, note };
}

/** No findings, unless the browser reports the certificate. */
function whereTold(judgement: Judgement): Expectation {
  return { ...NOTHING, chromiumTelling: judgement, firefox: judgement };
}

/** No findings, except where Firefox reports that the lab's root is not public. */
const STATED: Expectation = {
  ...NOTHING,
  firefox: { state: 'notice', findings: ['certificate-private-root'] },
};

function danger(...findings: readonly string[]): Judgement {
  return { state: 'danger', findings };
}

/** The findings of one refusal, as far as each browser reports it. */
interface Refusal {
  /** Firefox, at all times. */
  readonly exact: string;
  /** Chromium while it refuses: its error has one name for several kinds. */
  readonly vague: string;
  /** Chromium after its warning, with the feature that reports certificates to extensions; `vague` when missing. */
  readonly told?: string;
}

/**
 * A refused certificate in two scenarios: the warning, and the page after overriding it. Firefox names the exact kind when it refuses, and the extension
 * remembers it for the connection that Firefox then had to accept. Chromium reports the certificate once it accepted it.
 */
function refused(
  leaf: LeafKind,
  title: string,
  { exact, vague, told = vague }: Refusal,
): readonly Scenario[] {
  const warned = exact === vague ? danger(exact) : { ...danger(exact), chromium: danger(vague) };
  const overridden: Expectation = {
    ...danger('certificate-overridden', exact),
    ...(exact === vague ? {} : { chromium: danger('certificate-overridden', vague) }),
    ...(told === vague ? {} : { chromiumTelling: danger('certificate-overridden', told) }),
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
    withCertificate('certificate-ov', 'Organisation validated', 'ov', 'ov.lab.test', STATED),
    withCertificate('certificate-ev', 'States extended validation', 'ev', 'ev.lab.test', STATED),
    withCertificate('certificate-wildcard', 'A wildcard', 'wildcard', 'shop.wildcard.lab.test'),
    withCertificate('certificate-iv', 'A person validated', 'iv', 'iv.lab.test', STATED),
    withNote(
      withCertificate(
        'certificate-contradictory',
        'Domain validated, yet it names an organisation',
        'contradictory',
        'contradictory.lab.test',
      ),
      'The policy says that nobody checked the organisation. Browsers do not compare the two.',
    ),
    withCertificate('certificate-no-policy', 'No policy', 'no-policy', 'no-policy.lab.test'),
    withCertificate('certificate-multi-name', 'Several names', 'multi-name', 'multi-name.lab.test'),
    withCertificate('certificate-many-names', 'Two thousand names', 'many-names', 'n0001.many.lab.test'),
    {
      ...withCertificate('certificate-renewed', 'Renewed twice', 'ov', 'renewed.lab.test', STATED),
      renewed: { 'renewed.lab.test': ['dv', 'ov'] },
      note: 'The public logs have all three; the first was domain validated.',
    },
    withCertificate('certificate-idn', 'A name beyond ASCII', 'dv', 'xn--bcher-kva.lab.test'),
    withCertificate('certificate-three-days', 'A life of three days', 'three-days', 'three-days.lab.test'),
    withCertificate(
      'certificate-renewal-due',
      'Eight days of thirty are left',
      'renewal-due',
      'renewal-due.lab.test',
      whereTold({ state: 'nothing-found', findings: ['certificate-renewal-due'] }),
    ),
    withCertificate(
      'certificate-expires-soon',
      'Four days of thirty are left',
      'expires-soon',
      'expires-soon.lab.test',
      whereTold({ state: 'notice', findings: ['certificate-expires-soon'] }),
    ),
    withNote(
      withCertificate(
        'certificate-distrusted-issuer',
        'An issuer that browsers stopped trusting',
        'distrusted-issuer',
        'distrusted-issuer.lab.test',
        {
          ...NOTHING,
          chromiumTelling: { state: 'notice', findings: ['certificate-issuer-watched'] },
          firefox: danger('certificate-issuer-distrusted'),
        },
      ),
      'A trusted CA of the lab that bears the name of a root that Firefox stopped trusting in 2015. Firefox hands out the chain with it, Chromium the name alone.',
    ),
    withNote(
      withCertificate(
        'certificate-hostile-text',
        'An organisation of five thousand hostile characters',
        'hostile-text',
        'hostile-certificate.lab.test',
        STATED,
      ),
      'Markup, a line break, NUL, a turned writing direction and characters without width.',
    ),
  ],
};

const DATES = 'certificate-date-invalid';
const ISSUER = 'certificate-issuer-unknown';

export const refusedCertificates: ScenarioGroup = {
  title: 'Certificates that browsers refuse',
  scenarios: [
    ...refused('expired', 'Expired ten days ago', {
      exact: 'certificate-expired',
      vague: DATES,
      told: 'certificate-expired',
    }),
    ...refused('expired-today', 'Expired three hours ago', {
      exact: 'certificate-expired',
      vague: DATES,
      told: 'certificate-expired',
    }),
    ...refused('not-yet-valid', 'Not yet valid', {
      exact: 'certificate-not-yet-valid',
      vague: DATES,
      told: 'certificate-not-yet-valid',
    }),
    ...refused('wrong-name', 'Issued for another name', {
      exact: 'certificate-wrong-name',
      vague: 'certificate-wrong-name',
    }),
    ...refused('self-signed', 'Signed by itself', {
      exact: 'certificate-self-signed',
      vague: ISSUER,
      told: 'certificate-self-signed',
    }),
    // Chromium reports only the leaf, which does not name the issuer of its issuer.
    ...refused('unknown-root', 'Issued by a CA that nobody trusts', {
      exact: 'certificate-unknown-root',
      vague: ISSUER,
    }),
    withNote(
      withCertificate(
        'precertificate',
        'A precertificate',
        'precertificate',
        'precertificate.lab.test',
        danger('certificate-invalid'),
      ),
      'It is for certificate transparency logs alone; its critical extension says so (RFC 6962, 3.1). No browser offers a way past it.',
    ),
  ],
};
