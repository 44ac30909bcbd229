// The command line of `npm run inspect`: its options, and the sentences for errors.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../scripts/command-line.ts';
import { readList, refuseAddress } from '../../../scripts/inspect/addresses.ts';
import { INSPECT_USAGE, readInspectOptions } from '../../../scripts/inspect/inspect-options.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/inspect.md'), 'utf8');
const PAGE = 'https://example.com/';
const folder = mkdtempSync(join(tmpdir(), 'inspect-options-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CA_FILE = write('ca.pem', rootCertificates[0] ?? '');

function write(title: string, content: string): string {
  const path = join(folder, title);
  writeFileSync(path, content);
  return path;
}

describe('readInspectOptions', () => {
  it('has the documented defaults', () => {
    expect(readInspectOptions([PAGE])).toMatchObject({
      urls: [PAGE],
      json: false,
      browser: 'chromium',
      securityInfo: undefined,
      tabs: 2,
      timeout: 30_000,
      stay: 2000,
    });
  });

  it('reads every option', () => {
    const args = `--json --deep --browser chromium --ca ${CA_FILE} --security-info off --tabs 4 --timeout 5000 --stay 500 --screenshot pictures --file list.txt`;
    expect(readInspectOptions([...args.split(' '), '--map', 'MAP * 127.0.0.1'])).toEqual({
      urls: [],
      file: 'list.txt',
      json: true,
      deep: true,
      browser: 'chromium',
      caFile: CA_FILE,
      map: 'MAP * 127.0.0.1',
      securityInfo: false,
      tabs: 4,
      timeout: 5000,
      stay: 500,
      screenshots: 'pictures',
    });
  });

  it.each([
    [[]],
    [[PAGE, '--browser', 'netscape']],
    [[PAGE, '--tabs', '0']],
    [[PAGE, '--tabs', '1.5']],
    [[PAGE, '--timeout', 'soon']],
    [[PAGE, '--stay', 'long']],
    [[PAGE, '--security-info', 'maybe']],
    [[PAGE, '--security-info', 'on', '--browser', 'firefox']],
    [[PAGE, '--map', 'MAP *']],
  ])('rejects %j', (args) => {
    expect(() => readInspectOptions(args)).toThrow(UsageError);
  });

  it.each([[['--unheard-of']], [['--file']]])('refuses %j and names it', (args) => {
    expect(() => readInspectOptions([PAGE, ...args])).toThrow(UsageError);
    expect(() => readInspectOptions([PAGE, ...args])).toThrow(/--unheard-of|--file/);
  });

  it.each([
    [
      'a key',
      write('ca.key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
      'private key',
    ],
    ['what is no certificate', write('ca.der', '0\u0003\u0002\u0001\u0005'), 'ca.der'],
    ['no file', join(folder, 'missing.pem'), 'ENOENT'],
  ])('reports the option and the file when --ca is %s', (_, file, reason) => {
    expect(() => readInspectOptions([PAGE, '--ca', file])).toThrow(UsageError);
    expect(() => readInspectOptions([PAGE, '--ca', file])).toThrow(`--ca ${file}: `);
    expect(() => readInspectOptions([PAGE, '--ca', file])).toThrow(reason);
  });

  it('returns null for --help', () => expect(readInspectOptions(['--help'])).toBeNull());

  it('is described in docs/inspect.md, option by option', () => {
    for (const [option] of INSPECT_USAGE.matchAll(/--[a-z-]+/g)) expect(DOCS).toContain(`\`${option}`);
  });
});

describe('readList', () => {
  it('leaves out comments and blank lines', () => {
    expect(readList('# list\r\nhttps://a.example/\n\n  http://b.example/#part \n')).toEqual([
      'https://a.example/',
      'http://b.example/#part',
    ]);
  });
});

describe('refuseAddress', () => {
  it.each([
    'https://a.example/',
    'http://[::1]:8080/',
    'https://bücher.example/',
    'file:///x',
    'about:blank',
    'data:,x',
  ])('opens %s', (url) => expect(refuseAddress(url)).toBeNull());
  it.each([
    ['example.com', 'address'],
    ['//example.com/', 'address'],
    ['', 'address'],
    ['https://', 'address'],
    ['javascript:alert(1)', 'scheme'],
    ['mailto:a@example.com', 'scheme'],
    ['view-source:https://a.example/', 'scheme'],
    ['blob:https://a.example/1', 'scheme'],
  ])('does not open %s', (url, kind) => expect(refuseAddress(url)?.kind).toBe(kind));
});
