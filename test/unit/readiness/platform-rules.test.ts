// Every rule with uses that meet it and uses that break it: one readable table, held against the list of rules.
import { describe, expect, it } from 'vitest';
import type { Api } from '../../../lib/readiness/api.ts';
import { baseLibraryFor, judgeUse, RULE_IDS, RULES } from '../../../lib/readiness/platform-rules.ts';
import type { Context, Outcome, RuleId } from '../../../lib/readiness/platform-rules.ts';
import { parseTarget } from '../../../lib/readiness/target.ts';
import type { Target } from '../../../lib/readiness/target.ts';

function target(text: string): Target {
  const parsed = parseTarget(text);
  if (parsed === null) throw new Error(`No address: ${text}`);
  return parsed;
}

interface Given {
  readonly ports?: readonly (number | null)[];
  readonly registered?: readonly string[];
  readonly certificate?: Context['certificate'];
}

type Case = readonly [rule: RuleId, outcome: Outcome, api: Api, address: string, given?: Given];

const CASES: readonly Case[] = [
  ['registered', 'unseen', 'request', 'https://shop.example.com/'],
  ['registered', 'met', 'request', 'https://shop.example.com/', { registered: ['https://shop.example.com'] }],
  [
    'registered',
    'met',
    'connectSocket',
    'wss://shop.example.com:8443/',
    { registered: ['shop.example.com'] },
  ],
  ['registered', 'broken', 'request', 'https://shop.example.com/', { registered: ['https://example.net'] }],
  ['registered', 'broken', 'request', 'https://shop.example.com/', { registered: [] }],
  ['registered', 'broken', 'createUDPSocket', 'udp://shop.example.com:5000', { registered: [] }],
  // Rule 7 speaks of those.
  ['registered', 'none', 'request', 'https://shop.example.com/', { registered: ['https://example.com'] }],
  ['registered', 'none', 'request', 'https://192.168.1.20/', { registered: [] }],

  ['encrypted', 'met', 'request', 'https://shop.example.com/'],
  ['encrypted', 'met', 'uploadFile', 'https://shop.example.com/'],
  ['encrypted', 'met', 'connectSocket', 'wss://shop.example.com/'],
  ['encrypted', 'broken', 'request', 'http://shop.example.com/'],
  ['encrypted', 'broken', 'downloadFile', 'http://shop.example.com/file'],
  ['encrypted', 'broken', 'connectSocket', 'ws://shop.example.com/'],
  ['encrypted', 'broken', 'request', 'http://192.168.1.20/'],
  ['encrypted', 'broken', 'request', 'ftp://shop.example.com/'],
  ['encrypted', 'broken', 'request', 'wss://shop.example.com/'],
  ['encrypted', 'none', 'createTCPSocket', 'tcp://shop.example.com:80'],

  ['name', 'met', 'request', 'https://shop-2.example.com:8443/'],
  ['name', 'met', 'request', 'https://xn--fsqu00a.xn--fiqs8s/'],
  ['name', 'none', 'request', 'https://192.168.1.20/'],
  ['name', 'broken', 'request', 'https://a_b.example.com/'],
  ['name', 'broken', 'connectSocket', 'wss://_dmarc.example.com/'],
  ['name', 'broken', 'createTCPSocket', 'tcp://a_b.example.com:80'],
  ['name', 'broken', 'request', 'https://a-.example.com/'],
  ['name', 'broken', 'request', 'https://例子.中国/'],
  ['name', 'none', 'callContainer', 'https://a_b.example.com/'],

  ['no-address', 'met', 'request', 'https://shop.example.com/'],
  ['no-address', 'met', 'request', 'https://192.168.1.20/'],
  ['no-address', 'met', 'createUDPSocket', 'udp://10.0.0.7:5000'],
  ['no-address', 'met', 'request', 'https://[fd00::1]/'],
  ['no-address', 'broken', 'request', 'https://203.0.113.7/'],
  ['no-address', 'broken', 'request', 'https://0xcb007107/'],
  ['no-address', 'broken', 'request', 'https://[2001:db8::1]/'],
  ['no-address', 'broken', 'request', 'https://[::ffff:203.0.113.7]/'],
  ['no-address', 'broken', 'request', 'https://localhost/'],
  ['no-address', 'broken', 'request', 'https://api.localhost:3000/'],
  ['no-address', 'broken', 'request', 'https://127.0.0.1/'],
  ['no-address', 'broken', 'connectSocket', 'wss://[::1]/'],
  ['no-address', 'broken', 'createUDPSocket', 'udp://203.0.113.7:5000'],

  ['port', 'met', 'request', 'https://shop.example.com/', { ports: [null] }],
  ['port', 'met', 'request', 'https://shop.example.com:8443/', { ports: [8443] }],
  ['port', 'broken', 'request', 'https://shop.example.com:8443/', { ports: [8443, null] }],
  ['port', 'broken', 'request', 'https://shop.example.com:443/', { ports: [443, null] }],
  ['port', 'met', 'request', 'https://a.example.com:8443/', { registered: ['https://a.example.com:8443'] }],
  ['port', 'broken', 'request', 'https://a.example.com/', { registered: ['https://a.example.com:8443'] }],
  [
    'port',
    'broken',
    'request',
    'https://a.example.com:9091/',
    { registered: ['https://a.example.com:8443'] },
  ],
  ['port', 'broken', 'request', 'https://a.example.com:443/', { registered: ['https://a.example.com'] }],
  ['port', 'met', 'connectSocket', 'wss://a.example.com:9091/', { registered: ['wss://a.example.com'] }],
  ['port', 'met', 'connectSocket', 'wss://a.example.com:9091/', { ports: [null, 9091] }],

  ['filing', 'unseen', 'request', 'https://shop.example.com/'],
  ['filing', 'broken', 'request', 'https://intranet/'],
  ['filing', 'broken', 'request', 'https://nas.local/'],
  ['filing', 'broken', 'request', 'https://co.uk/'],
  ['filing', 'none', 'request', 'https://192.168.1.20/'],

  ['weixin-api', 'met', 'request', 'https://weixin.example.com/'],
  ['weixin-api', 'met', 'request', 'https://mp.weixin.qq.com/'],
  ['weixin-api', 'broken', 'request', 'https://api.weixin.qq.com/cgi-bin/token'],
  ['weixin-api', 'broken', 'request', 'https://API.Weixin.qq.com./'],
  ['weixin-api', 'broken', 'createTCPSocket', 'tcp://api.weixin.qq.com:443'],

  ['own-entry', 'met', 'request', 'https://a.example.com/', { registered: ['https://a.example.com'] }],
  ['own-entry', 'met', 'request', 'https://a.example.com/'],
  ['own-entry', 'broken', 'request', 'https://a.example.com/', { registered: ['https://example.com'] }],
  ['own-entry', 'broken', 'request', 'https://b.a.example.com/', { registered: ['https://example.com'] }],
  ['own-entry', 'none', 'request', 'https://notexample.com/', { registered: ['https://example.com'] }],
  ['own-entry', 'broken', 'request', 'https://*.example.com/'],

  ['sockets', 'met', 'createTCPSocket', 'tcp://192.168.1.20:9100'],
  ['sockets', 'met', 'createTCPSocket', 'tcp://shop.example.com:9100'],
  ['sockets', 'met', 'createUDPSocket', 'udp://shop.example.com:5000'],
  ['sockets', 'broken', 'createTCPSocket', 'tcp://203.0.113.7:9100'],
  ['sockets', 'broken', 'createTCPSocket', 'tcp://127.0.0.1:9100'],
  ['sockets', 'broken', 'createTCPSocket', 'tcp://localhost:9100'],
  ['sockets', 'none', 'request', 'https://shop.example.com/'],

  ['cloud-hosting', 'met', 'callContainer', 'http://127.0.0.1/'],
  ['cloud-hosting', 'met', 'connectContainer', 'ws://api.weixin.qq.com/'],
  ['cloud-hosting', 'none', 'request', 'https://shop.example.com/'],
  // What it exempts from.
  ['encrypted', 'none', 'callContainer', 'http://127.0.0.1/'],
  ['no-address', 'none', 'callContainer', 'http://127.0.0.1/'],
  ['weixin-api', 'none', 'connectContainer', 'ws://api.weixin.qq.com/'],

  ['certificate', 'unseen', 'request', 'https://shop.example.com/'],
  ['certificate', 'unseen', 'connectSocket', 'wss://shop.example.com/'],
  ['certificate', 'broken', 'request', 'https://shop.example.com/', { certificate: 'refused' }],
  ['certificate', 'broken', 'request', 'https://shop.example.com/', { certificate: 'private-root' }],
  ['certificate', 'broken', 'request', 'https://shop.example.com/', { certificate: 'old-protocol' }],
  ['certificate', 'none', 'request', 'http://shop.example.com/'],
  ['certificate', 'none', 'createTCPSocket', 'tcp://shop.example.com:443'],
];

describe('the rules of WeChat mini programs', () => {
  const cases = CASES.map(([rule, outcome, api, address, given]) => ({
    rule,
    outcome,
    api,
    address,
    given: given ?? {},
  }));
  it.each(cases)(
    '$rule is $outcome for $api to $address $given',
    ({ rule, outcome, api, address, given }) => {
      const { ports = [null], registered, certificate = 'unknown' } = given;
      const outcomes = judgeUse(
        { target: target(address), api },
        { ports: new Set(ports), registered: registered?.map(target) ?? null, certificate },
      );
      expect(outcomes[rule]).toBe(outcome);
    },
  );

  it.each(RULE_IDS)('has cases on both sides of %s', (id) => {
    const outcomes = new Set(CASES.filter(([rule]) => rule === id).map(([, outcome]) => outcome));
    // Nothing breaks the exemption; it is there or not.
    expect(outcomes).toContain(id === 'cloud-hosting' ? 'none' : 'broken');
    expect([...outcomes].some((outcome) => outcome === 'met' || outcome === 'unseen')).toBe(true);
  });

  it('are numbered from 1 to 11', () => {
    expect(RULE_IDS.map((id) => RULES[id].number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it.each([
    ['request', 'https://shop.example.com/', null],
    ['request', 'https://192.168.1.20/', '2.4.0'],
    ['createUDPSocket', 'udp://192.168.1.20:5000', '2.7.0'],
    ['createTCPSocket', 'tcp://shop.example.com:9100', '2.18.0'],
  ] as const)('%s to %s needs the base library %s', (api, address, version) => {
    expect(baseLibraryFor({ target: target(address), api })).toBe(version);
  });
});
