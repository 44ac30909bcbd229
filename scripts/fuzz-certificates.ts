// `npm run fuzz -- [--count N] [--seed N]`: mutates real certificates and checks that the parser returns a Certificate or a DerError, that every
// judgement of the result works, that nothing takes long and that memory does not grow. The same seed repeats the same run. Exit code 1: a fault was
// found; the input is printed as base64.
import { existsSync, readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BIT_STRING, Cursor, OCTET_STRING, type Element } from '../lib/der/cursor.ts';
import { DerError } from '../lib/der/der-error.ts';
import { readCertificate } from '../lib/certificate/read/read-certificate.ts';
import { splitFile } from '../lib/certificate/read/read-file.ts';
import { summarize } from '../lib/certificate/judge/summary.ts';

const CORPUS = '../shared/corpora/certs/good.jsonl';
/** ms that one input may take, the best of three tries: a pause of the machine is not a hang. */
const SLOWEST = 50;
/** Bytes by which the heap may grow after the first tenth of the run. */
const GROWTH = 16 * 1024 * 1024;
/** Larger ones make the run slow without reaching other code: a name list of 10,000 names is one loop. */
const LARGEST = 8192;
const NOW = Date.UTC(2026, 0, 1);
/** Values at the edges of lengths and tags. */
const EDGES = [
  0x00, 0x01, 0x02, 0x03, 0x04, 0x06, 0x1f, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xa3, 0xfe, 0xff,
];

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

function loadSeeds(): readonly Uint8Array[] {
  const roots = rootCertificates.flatMap((pem) => splitFile(Buffer.from(pem)));
  const corpus = existsSync(CORPUS) ? readFileSync(CORPUS, 'utf8').trim().split('\n') : [];
  // The corpus is a file of the project: each line is an object with the certificate as base64 in `der`.
  const more = corpus.map((line) => Buffer.from((JSON.parse(line) as { der: string }).der, 'base64'));
  return [...roots, ...more]
    .filter((bytes) => bytes instanceof Uint8Array)
    .filter((bytes) => bytes.length <= LARGEST);
}

type Random = ReturnType<typeof randomFrom>;

const MUTATIONS: readonly ((bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array)[] = [
  function flipBit(bytes, random) {
    const copy = copyOf(bytes);
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    return copy;
  },
  function setEdge(bytes, random) {
    const copy = copyOf(bytes);
    copy[random(copy.length)] = EDGES[random(EDGES.length)] ?? 0;
    return copy;
  },
  function setAny(bytes, random) {
    const copy = copyOf(bytes);
    copy[random(copy.length)] = random(256);
    return copy;
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, random(bytes.length));
  },
  function remove(bytes, random) {
    const at = random(bytes.length);
    return splice(bytes, at, 1 + random(8), new Uint8Array());
  },
  function insert(bytes, random) {
    const part = Uint8Array.from({ length: 1 + random(8) }, () => random(256));
    return splice(bytes, random(bytes.length), 0, part);
  },
  function repeat(bytes, random) {
    const at = random(bytes.length);
    return splice(bytes, at, 0, bytes.subarray(at, at + 1 + random(64)));
  },
  function graft(bytes, random, other) {
    const at = random(other.length);
    const part = other.subarray(at, at + 1 + random(128));
    return splice(bytes, random(bytes.length), random(2) * part.length, part);
  },
];

/** Not `slice`, which on a Buffer is a view and would mutate the seed. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
}

/**
 * Mutates the content of one element, found from the outside inwards, and corrects the lengths around it: otherwise a mutation that changes a length
 * would fail at the outermost element, and never reach the parsers inside.
 */
function mutateInside(
  bytes: Uint8Array,
  random: Random,
  mutate: (contents: Uint8Array) => Uint8Array,
): Uint8Array {
  const cursor = Cursor.over(bytes);
  const elements: Element[] = [];
  try {
    while (!cursor.done) elements.push(cursor.next());
  } catch {
    // No longer DER after an earlier round: there are no inner elements to choose from.
    return mutate(bytes);
  }
  // By position, so that long parts (extensions, names) get more of the mutations than the version.
  const place = random(bytes.length);
  const element = elements.find(({ to }) => place < to);
  if (element === undefined || random(16) === 0) return mutate(bytes);
  const { tag, start, from, to } = element;
  // Octet strings and bit strings contain structures too.
  const skip = tag === BIT_STRING ? 1 : 0;
  const isNested = (tag & 0x20) !== 0 || tag === OCTET_STRING || tag === BIT_STRING;
  const inner = bytes.subarray(from + skip, to);
  const contents = isNested ? mutateInside(inner, random, mutate) : mutate(inner);
  const whole = Buffer.concat([bytes.subarray(from, from + skip), contents]);
  return Buffer.concat([
    bytes.subarray(0, start),
    encodeHeader(tag, whole.length),
    whole,
    bytes.subarray(to),
  ]);
}

function encodeHeader(tag: number, length: number): Uint8Array {
  if (length < 128) return Uint8Array.of(tag, length);
  const digits = length.toString(16);
  const size = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return Buffer.concat([Uint8Array.of(tag, 128 + size.length), size]);
}

/** The code of the refusal, or `read`. Any error other than a DerError is thrown. */
function attempt(bytes: Uint8Array): string {
  let certificate;
  try {
    certificate = readCertificate(bytes);
  } catch (error) {
    if (error instanceof DerError && error.offset >= 0 && error.offset <= bytes.length) return error.code;
    throw error;
  }
  JSON.stringify(summarize(certificate, { sha256: '', now: NOW, host: 'www.example.com' }));
  return 'read';
}

function timed(bytes: Uint8Array): number {
  const start = performance.now();
  attempt(bytes);
  return performance.now() - start;
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  // With the flag set late, only a new context has the function.
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 1_000_000);
const seed = Number(values.seed ?? 1);
const random = randomFrom(seed);
const seeds = loadSeeds();
const pick = (): Uint8Array => seeds[random(seeds.length)] ?? new Uint8Array();
const outcomes = new Map<string, number>();
const step = Math.max(Math.ceil(count / 10), 1);
let slowest = 0;
let heapAtStart = 0;
const began = performance.now();

for (let i = 1; i <= count; i++) {
  let bytes = pick();
  for (let rounds = 1 + random(2); rounds > 0 && bytes.length > 0; rounds--) {
    const mutation = MUTATIONS[random(MUTATIONS.length)] ?? ((same) => same);
    bytes = mutateInside(bytes, random, (part) =>
      part.length === 0 ? part : mutation(part, random, pick()),
    );
  }
  const start = performance.now();
  try {
    const outcome = attempt(bytes);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  } catch (error) {
    process.stderr.write(`Input ${i} of seed ${seed}: ${Buffer.from(bytes).toString('base64')}\n`);
    throw error;
  }
  let took = performance.now() - start;
  if (took > SLOWEST) took = Math.min(took, timed(bytes), timed(bytes));
  if (took > SLOWEST) {
    throw new Error(
      `Input ${i} of seed ${seed} takes ${took.toFixed(0)} ms: ${Buffer.from(bytes).toString('base64')}`,
    );
  }
  slowest = Math.max(slowest, took);
  if (i % step === 0) {
    if (heapAtStart === 0) heapAtStart = heapUsed();
    process.stderr.write(`${i} of ${count}, ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  }
}

const growth = heapUsed() - heapAtStart;
const table = [...outcomes].sort((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`);
process.stdout.write(
  `${count} mutations of ${seeds.length} certificates, seed ${seed}\n${table.join('\n')}\n`,
);
process.stdout.write(
  `slowest ${slowest.toFixed(1)} ms, heap growth ${(growth / 1024 / 1024).toFixed(1)} MB\n`,
);
if (growth > GROWTH) throw new Error('The heap grew');
