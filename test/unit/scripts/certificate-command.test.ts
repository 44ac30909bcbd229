// `npm run certificate` as a user runs it: files, standard input, options, errors, exit codes, and the fields in docs/certificate-schema.md.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { writePem } from '../../../lib/certificate/read/pem.ts';
import {
  altNames,
  bytesOf,
  certificate,
  dns,
  hex,
  ip,
  name,
  policies,
  sct,
  scts,
  text,
} from '../../fixtures/certificate-encoder.ts';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const leaf = certificate({
  subject: name(
    [['2.5.4.6', text('DE')]],
    [['2.5.4.7', text('Berlin')]],
    [['2.5.4.10', text('Müller, Söhne')]],
  ),
  extensions: [
    altNames(dns('*.xn--mnchen-3ya.example'), ip('7f000001')),
    policies('2.23.140.1.2.2', '1.2.3'),
    scts(sct(1_735_689_600_500)),
  ],
});
const plain = certificate();

function file(title: string, content: string | Uint8Array): string {
  const path = join(folder, title);
  writeFileSync(path, content);
  return path;
}

interface Run {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly stdout: string;
  readonly stderr: string;
}

/** Prints ms of processor time at the end: wall-clock time would include other programs. */
const TELLS_ITS_TIME = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(String((user + system) / 1000)); })",
)}`;

function run(args: readonly string[], input = '', nodeOptions: readonly string[] = []): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...nodeOptions, 'scripts/certificate-command.ts', ...args],
      { maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : 0;
        // Each line is JSON by the schema that is tested here.
        const lines = stdout
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line) as Record<string, unknown>);
        resolve({ code, lines, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}

const pem = file('leaf.pem', writePem(leaf));
const both = file('both.pem', `# two\n${writePem(leaf)}\n${writePem(plain)}`);
const der = file('both.der', bytesOf(leaf, plain));
const broken = file('broken.der', bytesOf(leaf.subarray(0, 100)));
const garbage = file('garbage.txt', '-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n');

describe('the command', () => {
  it('prints one line with everything for a certificate', async () => {
    const { code, lines } = await run(['--now', '2025-03-01', '--host', 'www.münchen.example', pem]);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      file: pem,
      index: 0,
      schema: 2,
      sha256: createHash('sha256').update(leaf).digest('hex'),
      level: 'OV',
      levelBasis: 'reserved-policy',
      policies: ['2.23.140.1.2.2', '1.2.3'],
      subject: 'O=Müller\\, Söhne,L=Berlin,C=DE',
      issuer: 'CN=Test CA',
      organization: 'Müller, Söhne',
      names: {
        dns: ['*.xn--mnchen-3ya.example'],
        ip: ['127.0.0.1'],
        unicode: { '*.xn--mnchen-3ya.example': '*.münchen.example' },
      },
      notBefore: '2025-01-01T00:00:00Z',
      notAfter: '2025-06-30T23:59:59Z',
      lifetime: {
        state: 'ample',
        days: 181,
        limitDays: 398,
        leftShare: 0.674,
        reissueAt: '2025-06-01T00:00:00Z',
      },
      key: { type: 'RSA', bits: 2048, curve: null },
      signature: 'sha256WithRSAEncryption',
      isCa: false,
      scts: [{ logId: 'aa'.repeat(32), time: '2025-01-01T00:00:00.500Z' }],
      extensions: [
        { oid: '2.5.29.17', name: 'Subject Alternative Name', critical: false, fault: null },
        { oid: '2.5.29.32' },
        { oid: '1.3.6.1.4.1.11129.2.4.2' },
      ],
      coverage: { covered: true, reason: 'wildcard', entry: '*.xn--mnchen-3ya.example' },
    });
  });

  it('reads several certificates per file, PEM and DER, and standard input', async () => {
    const { code, lines } = await run([both, der, '-'], writePem(plain));
    expect(code).toBe(0);
    expect(lines.map(({ file: path, index, level }) => [path, index, level])).toEqual([
      [both, 0, 'OV'],
      [both, 1, 'unknown'],
      [der, 0, 'OV'],
      [der, 1, 'unknown'],
      ['-', 0, 'unknown'],
    ]);
    expect(lines[0]).not.toHaveProperty('coverage');
  });

  it('reports errors in their place, continues, and reports them in its exit code', async () => {
    const missing = join(folder, 'missing.pem');
    const { code, lines } = await run([broken, garbage, missing, folder, pem]);
    expect(code).toBe(1);
    expect(lines.map(({ index, error }) => [index, error ?? null])).toEqual([
      [0, { name: 'DerError', code: 'truncated', message: 'truncated at byte 0', offset: 0 }],
      [
        0,
        {
          name: 'PemError',
          code: 'not-base64',
          message: 'Something that is not base64 stands between the markers',
          offset: 28,
        },
      ],
      [
        0,
        { name: 'FileError', code: 'ENOENT', message: expect.stringContaining('missing.pem'), offset: null },
      ],
      [0, { name: 'FileError', code: 'EISDIR', message: expect.any(String), offset: null }],
      [0, null],
    ]);
  });

  it('shows a fault inside an extension with its position', async () => {
    const cert = certificate({ extensions: [altNames(dns('a.example'), hex('89 00'))] });
    // After the wrong name come its own two bytes, the algorithm (15) and the signature (5).
    const { code, lines } = await run([file('fault.der', cert), '--host', 'a.example']);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({
      names: { dns: ['a.example'] },
      extensions: [
        {
          fault: {
            code: 'bad-name',
            message: `bad name at byte ${cert.length - 22}`,
            offset: cert.length - 22,
          },
        },
      ],
      coverage: { covered: false, reason: 'names-broken' },
    });
  });

  it.each([
    ['https://www.münchen.example:8443/path', true],
    ['www.münchen.example:443', true],
    ['www.xn--mnchen-3ya.example/path', true],
    ['https：//www.münchen.example', true],
    ['[::1]:443', false],
    ['127.0.0.1:443', true],
  ])('takes the host from %s', async (host, covered) => {
    const { code, lines } = await run(['--host', host, pem]);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ coverage: { covered } });
    expect(lines[0]).not.toMatchObject({ coverage: { reason: 'not-a-host' } });
  });

  it.each([
    ['--host', 'two words'],
    ['--host', 'https://'],
    ['--host', ''],
    ['--now', 'yesterday'],
  ])('rejects %s %j with a sentence that contains it', async (option, value) => {
    const { code, lines, stderr } = await run([option, value, pem]);
    expect([code, lines]).toEqual([2, []]);
    expect(stderr).toMatch(new RegExp(`^${option} is .*"${value}"`));
  });

  it('prints its help on request', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('npm run certificate -- [options] [file...]');
  });

  it('explains its usage when it is called incorrectly', async () => {
    const calls = [[], ['--now', 'yesterday', pem], ['--unknown', pem]];
    for (const { code, lines, stderr } of await Promise.all(calls.map((args) => run(args)))) {
      expect([code, lines]).toEqual([2, []]);
      expect(stderr).toContain('npm run certificate -- [options] [file...]');
    }
  });

  it('reads 5,000 files in one call in seconds', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      file(`${i}.der`, i % 10 === 0 ? leaf.subarray(1) : leaf),
    );
    const { lines, stderr } = await run(many, '', ['--import', TELLS_ITS_TIME]);
    expect(lines.map((line) => line['file'])).toEqual(many);
    expect(lines.filter((line) => 'error' in line)).toHaveLength(500);
    expect(Number(stderr)).toBeGreaterThan(0);
    expect(Number(stderr)).toBeLessThan(10_000);
  }, 120_000);

  it('stops silently when its reader closes the pipe', async () => {
    const bundle = file('bundle.pem', writePem(leaf).repeat(5000));
    const child = spawn(process.execPath, ['scripts/certificate-command.ts', bundle], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const stderr = await readText(child.stderr);
    expect(stderr).toBe('');
  });

  it('has the same fields as the schema', async () => {
    const { lines } = await run(['--host', 'a.example', pem]);
    const documented = Array.from(
      readFileSync('docs/certificate-schema.md', 'utf8').matchAll(/^\| `(\w+)`/gm),
      ([, field]) => field,
    );
    expect(new Set(Object.keys(lines[0] ?? {}))).toEqual(
      new Set(documented.filter((field) => field !== 'error')),
    );
  });
});
