// Lists as owners paste them: many in a line, full-width forms, labels, JSON. What is no address is always told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddressList } from '../../../lib/readiness/list.ts';
import { parseTarget } from '../../../lib/readiness/target.ts';

const A = 'https://a.example.com';
const B = 'wss://b.example.com:8443';

function read(text: string): readonly string[] {
  return readAddressList(text).targets.map((target) => target.text);
}

const hostOf = (word: string): string => parseTarget(word)?.text ?? '?';

describe('readAddressList', () => {
  it.each([
    `${A};${B}`,
    `${A}；${B}`,
    `${A}，${B}`,
    `${A},${B}`,
    `${A}、${B}`,
    `${A} ${B}`,
    `${A}\t${B}`,
    `${A}\u3000${B}`,
    `${A}|${B}`,
    `${A}; ${B};`,
    `"${A}", '${B}'`,
    `${A}/,${B}/`,
    `${A}/path/x.js;${B}/y?z=1`,
    `ｈｔｔｐｓ：／／ａ．example．com；wss：//b.example.com：8443`,
    `https：//a。example。com，wss：//b.example.com:8443`,
    `request：${A}；socket：${B}`,
    `request 合法域名：${A} socket合法域名：${B}`,
    `- ${A}\n2. ${B}`,
    `1、${A}\n2、${B}`,
    `<${A}> <${B}>`,
    `“${A}”、“${B}”`,
    `[接口](${A}) [聊天](${B})`,
    `https:/a.example.com wss:b.example.com:8443`,
    `${A}\\n${B}`,
    `${A}  # prod, old\n${B} # chat`,
    `["${A}","${B}"]`,
    `{"requestdomain":["${A}"],"wsrequestdomain":["${B}"],"errcode":0}`,
    `{"hosts":{"${A}":{"owner":null}},"all":"${B};${A}"}`,
    `"requestdomain": [\n  "${A}",\n  "${B}"\n],`,
    `\u200B${A}\u200B\uFEFF\n${B}`,
    `request合法域名：\n${A}\nsocket合法域名：\n${B}`,
  ])('reads both in %j', (text) => {
    expect(read(text).toSorted()).toEqual([A, B]);
    expect(readAddressList(text)).toMatchObject({ unread: [], leftOut: 0 });
  });

  it.each([
    ['intranet, nas', ['intranet', 'nas']],
    ['a.example.com b.example.com', ['a.example.com', 'b.example.com']],
    [`${A}/x?list=b,c;d`, [A]],
    [`${A}/login?next=https://other.example.com/`, [A]],
    ['a.example.com/login?next=https://other.example.com/', ['a.example.com']],
    ['https://[2001:db8::1]:8443, [::1]', ['https://[2001:db8::1]:8443', '[::1]']],
    ['api：a.example.com', ['a.example.com']],
    [
      'https://例子.中国；https://bücher.example',
      ['https://xn--fsqu00a.xn--fiqs8s', 'https://xn--bcher-kva.example'],
    ],
    ['*.example.com;tcp://c.example.com:9000', ['*.example.com', 'tcp://c.example.com:9000']],
  ])('reads %j as %j', (text, targets) => {
    expect(read(text)).toEqual(targets);
    expect(readAddressList(text).unread).toEqual([]);
  });

  it('reports words beside addresses that are not addresses', () => {
    expect(readAddressList(`\n${A} 和 ${B} und x@example.com`).unread).toEqual([
      { line: 2, text: '和' },
      { line: 2, text: 'und' },
      { line: 2, text: 'x@example.com' },
    ]);
    expect(readAddressList(`{\n"request": ["${A}"],\n"note": "draft"}`).unread).toEqual([
      { line: 3, text: 'draft' },
    ]);
    expect(readAddressList('request').unread).toEqual([{ line: 1, text: 'request' }]);
  });

  it('reads or reports every word, whatever the separators', () => {
    const piece = fc.constantFrom(
      A,
      B,
      'c.example.com',
      '域名',
      'x@y.z',
      'https://',
      '!?',
      'a_b.example.com',
    );
    const separator = fc.constantFrom(';', '；', '，', ',', '、', ' ', '\t', '\n', '; ');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, separator), { minLength: 1, maxLength: 12 }), (pairs) => {
        const text = pairs.flat().join('');
        const { targets, unread } = readAddressList(text);
        const told = [...targets.map((target) => target.text), ...unread.map((one) => one.text)].join(' ');
        const isTold = (word: string): boolean => told.includes(word) || told.includes(hostOf(word));
        const words = pairs.map(([word]) => word).filter((word) => /\p{L}/u.test(word));
        expect(words.filter((word) => !isTold(word.replace(/:\/\/$/, '')))).toEqual([]);
      }),
    );
  });

  it('counts everything that it cuts off', () => {
    expect(readAddressList(`${A}\n${'x'.repeat(200_000)}\nhttps://late.example.com`).leftOut).toBe(1);
    const many = Array.from({ length: 530 }, (_, index) => `https://h${index}.example.com`).join(';');
    expect(readAddressList(many)).toMatchObject({ leftOut: 30, unread: [] });
  });

  it('is quick with deep JSON and long pieces', () => {
    const before = process.cpuUsage();
    readAddressList(`${'['.repeat(90_000)}${']'.repeat(90_000)}`);
    for (const run of [' ', ',', ';', '. ', '::', '"']) readAddressList(`a${run.repeat(50_000)}x`);
    for (const part of ['a,', 'a;', '://', 'a:', '。a', ' a', '[', '\\n', '，'])
      readAddressList(part.repeat(50_000));
    // The processor's time: the clock's would tell of other programs as well.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  });
});
