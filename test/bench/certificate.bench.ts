// `npm run bench:certificate`: compares reading and judging a certificate with Node's native class, @peculiar/x509, pkijs and asn1js, in one
// interleaved run, so that other load affects all of them equally. Prints a table and fails when a goal is missed.
import { fromBER } from 'asn1js';
import { existsSync, readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { Certificate as PkiCertificate } from 'pkijs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Certificate } from '../../lib/certificate/certificate.ts';
import { judgeCoverage } from '../../lib/certificate/judge/coverage.ts';
import { judgeCertificate } from '../../lib/certificate/judge/judge-certificate.ts';
import { readCertificate } from '../../lib/certificate/read/read-certificate.ts';
import { splitFile } from '../../lib/certificate/read/read-file.ts';
import { peculiar } from '../unit/certificate/peculiar.ts';

const CORPUS = '../shared/corpora/certs/good.jsonl';
/** The few larger certificates would dominate the result; one with 10,000 names is measured separately. */
const LARGEST = 10_000;
const ROUNDS = 12;
/** ms for one subject in one round: short, so that all run under the same conditions. */
const SLICE = 120;
const NOW = Date.UTC(2026, 0, 1);
/** How many times faster than each the reader must be (for Node's class: than creating one and reading the fields that the product shows). */
const GOALS: Readonly<Record<string, number>> = {
  'Node, made': 1,
  'Node, made and asked': 1,
  '@peculiar/x509, made': 10,
  '@peculiar/x509, made and asked': 10,
  'pkijs, made': 10,
  'asn1js, structure only': 10,
};

type Bytes = Uint8Array<ArrayBuffer>;

/** The host that a visitor of this certificate's site would be on. */
function hostOf({ names }: Certificate): string {
  const name = names?.find(({ kind }) => kind === 'dns');
  return name !== undefined && 'value' in name ? name.value.replace('*', 'www') : 'www.example.com';
}

function judge(certificate: Certificate): unknown {
  return [
    judgeCertificate({ certificate, der: null, chain: [], connection: null, source: 'file', now: NOW }),
    judgeCoverage(certificate, [hostOf(certificate)]),
  ];
}

function askNode(certificate: X509Certificate): unknown {
  const {
    subject,
    issuer,
    subjectAltName,
    validFromDate,
    validToDate,
    serialNumber,
    keyUsage,
    infoAccess,
    ca,
  } = certificate;
  return [
    subject,
    issuer,
    subjectAltName,
    validFromDate,
    validToDate,
    serialNumber,
    keyUsage,
    infoAccess,
    ca,
    certificate.publicKey,
  ];
}

function askPeculiar(certificate: InstanceType<typeof peculiar.X509Certificate>): unknown {
  const { subject, issuer, notBefore, notAfter, serialNumber } = certificate;
  const names = certificate.getExtension(peculiar.SubjectAlternativeNameExtension)?.names.items;
  const policies = certificate.getExtension(peculiar.CertificatePolicyExtension)?.policies;
  return [
    subject,
    issuer,
    notBefore,
    notAfter,
    serialNumber,
    names,
    policies,
    certificate.getExtension(peculiar.KeyUsagesExtension),
  ];
}

const SUBJECTS: Readonly<Record<string, (bytes: Bytes) => unknown>> = {
  'ours, read': readCertificate,
  'ours, read and judged': (bytes) => judge(readCertificate(bytes)),
  'Node, made': (bytes) => new X509Certificate(bytes),
  'Node, made and asked': (bytes) => askNode(new X509Certificate(bytes)),
  'asn1js, structure only': (bytes) => fromBER(bytes.buffer),
  'pkijs, made': (bytes) => PkiCertificate.fromBER(bytes.buffer),
  '@peculiar/x509, made': (bytes) => new peculiar.X509Certificate(bytes),
  '@peculiar/x509, made and asked': (bytes) => askPeculiar(new peculiar.X509Certificate(bytes)),
};

const bytesOf = ({ der }: { readonly der: string }): Bytes => Uint8Array.from(Buffer.from(der, 'base64'));

/** Leaves of packet captures where the corpus is there, else (and beside) the roots that come with Node. */
function loadCertificates(): {
  readonly what: string;
  readonly list: readonly Bytes[];
  readonly largest: Bytes | null;
} {
  if (existsSync(CORPUS)) {
    // The corpus defines these fields.
    const rows = readFileSync(CORPUS, 'utf8')
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { der: string; realWorld: boolean | null; isCA: boolean; sanCount: number },
      );
    const list = rows.filter((row) => row.realWorld === true && !row.isCA).map(bytesOf);
    const largest = rows.find((row) => row.sanCount === 10_000);
    return {
      what: 'leaves from packet captures',
      list: list.filter((bytes) => bytes.length < LARGEST),
      largest: largest === undefined ? null : bytesOf(largest),
    };
  }
  console.warn(`The corpus is not at ${CORPUS}: the roots that come with Node are measured instead.`);
  const roots = rootCertificates.flatMap((pem) => splitFile(Buffer.from(pem)));
  return {
    what: 'roots that come with Node',
    list: roots.flatMap((part) => (part instanceof Error ? [] : [Uint8Array.from(part)])),
    largest: null,
  };
}

/** µs for one certificate, in one slice of time. */
function measure(action: (bytes: Bytes) => unknown, list: readonly Bytes[]): number {
  let count = 0;
  let kept: unknown = null;
  const start = performance.now();
  let now = start;
  while (now - start < SLICE) {
    for (const bytes of list) kept = action(bytes);
    count += list.length;
    now = performance.now();
  }
  // The result is kept, so that no compiler can remove the work.
  if (kept === undefined) throw new Error('Nothing was read');
  return ((now - start) / count) * 1000;
}

/** The best round: other programs only ever make a round slower. */
const best = (values: readonly number[]): number => Math.min(...values);

setFlagsFromString('--expose-gc');
// With the flag set this late, only a new context has the function. A full collection would also throw away compiled code.
const collectGarbage = runInNewContext("() => gc({ type: 'minor' })") as () => void;

const { what, list, largest } = loadCertificates();
const times = new Map(Object.keys(SUBJECTS).map((title) => [title, [] as number[]]));
// The first round warms up and does not count.
for (let round = 0; round <= ROUNDS; round++) {
  for (const [title, action] of Object.entries(SUBJECTS)) {
    // Garbage is collected before each slice, so that a subject's time includes only its own.
    collectGarbage();
    const took = measure(action, list);
    if (round > 0) times.get(title)?.push(took);
  }
}

const ours = best(times.get('ours, read and judged') ?? []);
const size = list.reduce((sum, { length }) => sum + length, 0) / list.length;
console.log(
  `${list.length} ${what}, ${size.toFixed(0)} bytes on average, best of ${ROUNDS} interleaved rounds\n`,
);
console.log(`${'µs each'.padStart(10)}  ${'× ours'.padStart(7)}  goal`);
let missed = false;
for (const [title, values] of times) {
  const took = best(values);
  const goal = GOALS[title];
  const ok = goal === undefined || took >= goal * ours;
  missed ||= !ok;
  console.log(
    `${took.toFixed(1).padStart(10)}  ${(took / ours).toFixed(1).padStart(7)}  ${(goal === undefined ? '' : `${goal} ${ok ? 'met' : 'MISSED'}`).padEnd(10)}  ${title}`,
  );
}
if (largest !== null) {
  const [read, node] = [readCertificate, (bytes: Bytes) => new X509Certificate(bytes).subjectAltName].map(
    (action) => measure(action, [largest]) / 1000,
  );
  console.log(
    `\nOne of 10,000 names: ours ${read?.toFixed(1)} ms, Node with its names ${node?.toFixed(1)} ms`,
  );
}
if (missed) process.exitCode = 1;
