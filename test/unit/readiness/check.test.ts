// The check as a whole: what comes out for many addresses, and that it comes out for any.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReadiness } from '../../../lib/readiness/check.ts';
import type { Readiness } from '../../../lib/readiness/check.ts';
import { readIcpNumbers } from '../../../lib/readiness/icp.ts';
import { MAX_ITEMS, readAddressList } from '../../../lib/readiness/list.ts';
import { parseTarget } from '../../../lib/readiness/target.ts';

function check(text: string, registered: string | null = null): Readiness {
  return checkReadiness({
    targets: readAddressList(text).targets,
    registered: registered === null ? null : readAddressList(registered).targets,
    certificates: new Map(),
  });
}

const states = ({ hosts }: Readiness): Readonly<Record<string, string>> =>
  Object.fromEntries(hosts.map(({ host, state }) => [host, state]));

const listOf = ({ lists }: Readiness, api: string): readonly string[] =>
  lists.find((list) => list.api === api)?.entries ?? [];

describe('checkReadiness', () => {
  it('shows the worst result of each host, those that are not allowed first', () => {
    const result = check('https://b.example.com/\nhttps://192.168.1.2/\nhttp://a.example.com/\n');
    expect(result.hosts.map(({ host, state }) => [host, state])).toEqual([
      ['a.example.com', 'not-allowed'],
      ['192.168.1.2', 'unseen'],
      ['b.example.com', 'unseen'],
    ]);
  });

  it('names the address that broke a rule', () => {
    const [host] = check('http://user:secret@a.example.com/path?token=1').hosts;
    expect(host?.apis[0]?.broken).toEqual([{ rule: 'encrypted', address: 'http://a.example.com' }]);
  });

  it('finds different ports of one host across the list', () => {
    const result = check('https://a.example.com/x\nhttps://a.example.com:443/y\nwss://a.example.com:9/z');
    const broken = result.hosts[0]?.apis.map(({ api, broken: rules }) => [
      api,
      rules.map(({ rule }) => rule),
    ]);
    expect(broken).toEqual([
      ['request', ['port']],
      ['uploadFile', ['port']],
      ['downloadFile', ['port']],
      ['connectSocket', []],
    ]);
  });

  it('makes the lists for the console, without what they may not contain', () => {
    const result = check(
      [
        'https://b.example.com:8443/',
        'https://a.example.com/',
        'wss://a.example.com:9000/chat',
        'https://api.weixin.qq.com/cgi-bin/token',
        'http://c.example.com/',
        'https://192.168.1.2/',
        'https://*.example.com/',
        'https://intranet/',
        'tcp://d.example.com:9100',
        'udp://d.example.com:9101',
      ].join('\n'),
    );
    expect(result.lists).toEqual([
      ...['request', 'uploadFile', 'downloadFile'].map((api) => ({
        api,
        entries: ['https://a.example.com', 'https://b.example.com:8443'],
      })),
      { api: 'connectSocket', entries: ['wss://a.example.com'] },
      { api: 'createTCPSocket', entries: ['tcp://d.example.com'] },
      { api: 'createUDPSocket', entries: ['udp://d.example.com'] },
    ]);
  });

  it('lists what is not registered yet, since registering fixes it', () => {
    const result = check('https://a.example.com/\nhttps://b.example.com/', 'https://example.com');
    expect(states(result)).toEqual({ 'a.example.com': 'not-allowed', 'b.example.com': 'not-allowed' });
    expect(listOf(result, 'request')).toEqual(['https://a.example.com', 'https://b.example.com']);
  });

  it('registers a name in another script in A-labels, and an underscore never', () => {
    const result = check('https://例子.中国/ https://a_b.example.com/');
    expect(states(result)).toEqual({
      'xn--fsqu00a.xn--fiqs8s': 'not-allowed',
      'a_b.example.com': 'not-allowed',
    });
    expect(result.hosts[1]?.apis[0]?.broken).toEqual([
      { rule: 'name', address: 'https://xn--fsqu00a.xn--fiqs8s' },
    ]);
    expect(listOf(result, 'request')).toEqual(['https://xn--fsqu00a.xn--fiqs8s']);
  });

  it('counts a bare host for every API that names hosts', () => {
    expect(check('shop.example.com').hosts[0]?.apis.map(({ api }) => api)).toEqual([
      'request',
      'uploadFile',
      'downloadFile',
      'connectSocket',
    ]);
  });

  it('never allows an insecure address, a public IP address or a name of the device', () => {
    const host = fc.constantFrom('203.0.113.9', 'localhost', '[::1]', '127.1', '8.8.8.8');
    fc.assert(
      fc.property(host, fc.constantFrom('https', 'wss', 'http', 'ws'), (name, scheme) => {
        expect(check(`${scheme}://${name}/`).hosts.map(({ state }) => state)).toEqual(['not-allowed']);
      }),
    );
  });

  it('puts nothing in a list that the same check, with that list registered, would not let through', () => {
    const line = fc
      .tuple(
        fc.constantFrom('https://', 'wss://', 'http://', 'tcp://', 'udp://', ''),
        fc.constantFrom('', '*.', 'a.', 'b.a.'),
        fc.constantFrom('example.com', 'example.co.uk', '10.0.0.1', 'localhost', 'weixin.qq.com', 'intranet'),
        fc.constantFrom('', ':443', ':8443'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const list = check(lines.join('\n')).lists.flatMap(({ entries }) => entries);
        for (const { apis } of check(list.join('\n'), list.join('\n')).hosts)
          expect(apis.flatMap(({ broken }) => broken)).toEqual([]);
      }),
    );
  });

  it('never throws for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        // It becomes part of a command to type.
        for (const { host } of check(text).hosts) expect(host).toMatch(/^[*a-z0-9_:][a-z0-9_.:-]*$/);
      }),
    );
  });
});

describe('readAddressList', () => {
  it('skips quotes, commas, comments and empty lines, and reports the rest', () => {
    const list = readAddressList('# ours\r\n\r\n "https://a.example.com/x",\rnot an address\nfoo bar:1\n');
    expect(list.targets.map(({ text }) => text)).toEqual(['https://a.example.com']);
    expect(list.unread).toEqual([
      { line: 4, text: 'not an address' },
      { line: 5, text: 'foo bar:1' },
    ]);
  });

  it('reads within bounds and counts what it left out', () => {
    const lines = Array.from({ length: MAX_ITEMS + 30 }, (_, index) => `https://h${index}.example.com/`);
    expect(readAddressList(lines.join('\n'))).toMatchObject({ leftOut: 30, unread: [] });
    expect(readAddressList('? ?\n'.repeat(100))).toMatchObject({ leftOut: 80 });
  });

  it('is quick with a very long line', () => {
    const before = performance.now();
    for (const piece of ['a.', '@', ':', '//', '*.', '[', 'ICP备'])
      readAddressList(`https://${piece.repeat(200_000)}\n`.repeat(3));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('parseTarget', () => {
  it.each([
    ['https://Shop.Example.com/path?q#f', 'https://shop.example.com'],
    ['HTTPS://shop.example.com:443', 'https://shop.example.com:443'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['https://例子.中国/', 'https://xn--fsqu00a.xn--fiqs8s'],
    ['//cdn.example.com/a.js', 'cdn.example.com'],
    ['shop.example.com:8443/path', 'shop.example.com:8443'],
    ['https://[2001:DB8::1]:8443/', 'https://[2001:db8::1]:8443'],
    ['::1', '[::1]'],
    ['https://0x7f.1/', 'https://127.0.0.1'],
    ['https://user@evil.example:pw@shop.example.com/', 'https://shop.example.com'],
    ['https://shop.example.com\\@evil.example/', 'https://shop.example.com'],
    ['*.example.com', '*.example.com'],
  ])('reads %s as %s', (text, written) => expect(parseTarget(text)?.text).toBe(written));

  it.each([
    '',
    'https://',
    'https:///path',
    'file:///etc/passwd',
    'mailto:owner@example.com',
    'javascript:alert(1)',
    'https://shop.example.com:0/',
    'https://shop.example.com:65536/',
    'https://shop.example.com:x/',
    'https://a..example.com/',
    'https://*.*.example.com/',
    'https://*.127.0.0.1/',
    'https://*/',
    "https://a'b.example/",
    'https://$(id).example/',
    'https://-connect.example/',
    `https://${'a'.repeat(3000)}.example/`,
    'a b',
  ])('reads nothing in %s', (text) => expect(parseTarget(text)).toBeNull());
});

describe('readIcpNumbers', () => {
  it.each([
    ['京ICP备12345678号-1', '京ICP备12345678号-1', 'site'],
    ['版权所有 粤ICP备2021012345号 ', '粤ICP备2021012345号', 'operator'],
    ['备案号：沪icp备05023803号－2', '沪ICP备05023803号-2', 'site'],
    ['浙 ICP 备 2020012345 号 - 3', '浙ICP备2020012345号-3', 'site'],
    ['（苏）ＩＣＰ备１２３４５６７８号', '苏ICP备12345678号', 'operator'],
    ['滬', null, null],
    ['京ICP備12345678號-1', '京ICP备12345678号-1', 'site'],
    ['粤ICP备2023012345号-12A', '粤ICP备2023012345号-12A', 'site'],
    ['鲁ICP备案12345678号', '鲁ICP备12345678号', 'operator'],
  ])('finds in %s: %s', (text, number, names) => {
    expect(readIcpNumbers([text])).toEqual(number === null ? [] : [{ text: number, names }]);
  });

  it.each([
    '京公网安备11000002000001号',
    '京ICP证030173号',
    '美ICP备12345678号',
    '京ICP备号',
    'ICP备12345678号',
  ])('does not read %s as a number', (text) => expect(readIcpNumbers([text])).toEqual([]));

  it('lists each once, within a bound', () => {
    const text = '京ICP备12345678号-1 京 ICP备12345678号-1';
    expect(readIcpNumbers([text, text])).toHaveLength(1);
    const many = Array.from({ length: 50 }, (_, index) => `京ICP备${10_000_000 + index}号`);
    expect(readIcpNumbers(many)).toHaveLength(5);
  });
});
