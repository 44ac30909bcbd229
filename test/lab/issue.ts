// Which host presents which certificate: one leaf for each https host of the table, signed by one of the lab's CAs or self-signed.
import { START_PAGE } from './lab-answers.ts';
import { fingerprint, makeAuthority, makeLeaf } from './lab-certificates.ts';
import type { Authorities, Authority, Leaf } from './lab-certificates.ts';
import { SECURE_FILES } from './files.ts';
import type { LoggedLeaf } from './issuances.ts';
import { DAY, isIpAddress, planLeaf } from './leaf-kinds.ts';
import type { LeafKind, LeafPlan, Signer } from './leaf-kinds.ts';
import { LOG_ORIGINS } from './log-server.ts';
import type { Scenario } from './scenario.ts';

/** A host whose certificate browsers refuse, for test browsers that are configured to accept it. */
export interface RefusedHost {
  readonly host: string;
  readonly port: 443;
  readonly kind: LeafKind;
  /** PEM */
  readonly certificate: string;
  /** SHA-256, upper-case hex with colons. */
  readonly fingerprint: string;
}

export interface Issued {
  /** The CAs that test browsers trust, as one PEM bundle. */
  readonly caCertificates: string;
  readonly leaves: ReadonlyMap<string, Leaf>;
  /** Clients send no server name for an IP address, so all addresses share one certificate. */
  readonly addressLeaf: Leaf;
  readonly refusedHosts: readonly RefusedHost[];
  /** The certificates in the public logs, which accept every chain to a root that browsers trust, whether it is valid for its host or not. */
  readonly logged: readonly LoggedLeaf[];
}

/** serverAuth (RFC 5280, 4.2.1.12). */
const SERVER = '1.3.6.1.5.5.7.3.1';
/** ms between a host's certificates, where the logs contain earlier ones. */
const RENEWAL = 7 * DAY;

/** Makes all certificates. `now`: ms since epoch. */
export async function issueAll(scenarios: readonly Scenario[], now: number): Promise<Issued> {
  const lab = await makeAuthority('Lab CA', now);
  const authorities: Authorities = {
    lab,
    constrained: await makeAuthority('Lab CA for other names', now, {
      parent: lab,
      permitted: 'elsewhere.test',
    }),
    // The names of a root that Firefox stopped trusting in 2015 (lib/certificate/judge/issuer-watch-data.ts); test browsers trust this one.
    distrusted: await makeAuthority('CNNIC ROOT', now, { organisation: 'CNNIC' }),
    // The names of an antivirus program's root (lib/certificate/judge/interceptors.ts); test browsers trust it, as a device does that has the program.
    interceptor: await makeAuthority('Avast Web/Mail Shield Root', now, {
      organisation: 'Avast Web/Mail Shield',
    }),
    stranger: await makeAuthority('Nobody trusts this CA', now),
  };
  const kinds = leafKinds(scenarios);
  const addresses = [...kinds.keys()].filter(isIpAddress);
  const leaves = new Map<string, Leaf>();
  const refusedHosts: RefusedHost[] = [];
  const logged: LoggedLeaf[] = [];
  const issue = async (plan: LeafPlan): Promise<Leaf> => {
    const leaf = await makeLeaf(plan, authorities);
    if (isPublic(plan.signer)) logged.push(toLogged(plan, leaf, authorities[plan.signer]));
    return leaf;
  };
  for (const [host, kind] of kinds) {
    if (isIpAddress(host)) continue;
    const plan = planLeaf(kind, [host], now);
    const leaf = await issue(plan);
    const { certificate } = leaf;
    leaves.set(host, leaf);
    if (!isAccepted(host, plan, now)) {
      refusedHosts.push({ host, port: 443, kind, certificate, fingerprint: fingerprint(certificate) });
    }
  }
  for (const [host, earlier] of scenarios.flatMap(({ renewed }) => Object.entries(renewed ?? {}))) {
    for (const [index, kind] of earlier.entries())
      await issue(planLeaf(kind, [host], now - (earlier.length - index) * RENEWAL));
  }
  return {
    caCertificates: [authorities.lab, authorities.distrusted, authorities.interceptor]
      .map(({ certificate }) => certificate)
      .join(''),
    leaves,
    addressLeaf: await makeLeaf(planLeaf('dv', ['127.0.0.1', ...addresses], now), authorities),
    refusedHosts,
    logged,
  };
}

/** The kind of every https host; the shared hosts have a plain one. */
function leafKinds(scenarios: readonly Scenario[]): ReadonlyMap<string, LeafKind> {
  const kinds = new Map<string, LeafKind>();
  for (const address of [START_PAGE, SECURE_FILES, ...LOG_ORIGINS])
    kinds.set(new URL(address).hostname, 'dv');
  for (const { serves, certificates } of scenarios) {
    for (const address of Object.keys(serves)) {
      const { protocol, hostname } = new URL(address);
      if (protocol === 'https:') kinds.set(hostname, certificates?.[hostname] ?? 'dv');
    }
  }
  return kinds;
}

function isAccepted(host: string, plan: LeafPlan, now: number): boolean {
  const covered = plan.names.some((name) => name === host || name === `*${host.slice(host.indexOf('.'))}`);
  const valid = plan.notBefore <= now && now <= plan.notAfter && !plan.poisoned && plan.purpose === SERVER;
  return isTrusted(plan.signer) && plan.signer !== 'constrained' && covered && valid;
}

function isTrusted(signer: Signer): boolean {
  return isPublic(signer) || signer === 'interceptor';
}

function isPublic(signer: Signer): signer is 'lab' | 'constrained' | 'distrusted' {
  return signer === 'lab' || signer === 'constrained' || signer === 'distrusted';
}

function toLogged(
  { names, notBefore, notAfter }: LeafPlan,
  { certificate }: Leaf,
  issuer: Authority,
): LoggedLeaf {
  return { certificate, issuer: issuer.certificate, names, notBefore, notAfter };
}
