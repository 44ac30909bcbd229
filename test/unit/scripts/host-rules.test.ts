// Chromium's host resolver rules, as applied for Firefox.
import { describe, expect, it } from 'vitest';
import { applyHostRules, HostRuleError, parseHostRules } from '../../../scripts/browser/host-rules.ts';

function lead(rules: string, host: string, port: number): string | null {
  const address = applyHostRules(parseHostRules(rules), { host, port });
  return address && `${address.host}:${address.port}`;
}

describe('applyHostRules', () => {
  it.each([
    ['MAP *:443 127.0.0.1:8446, MAP *:80 127.0.0.1:8081', 'a.test', 443, '127.0.0.1:8446'],
    ['MAP *:443 127.0.0.1:8446, MAP *:80 127.0.0.1:8081', 'a.test', 80, '127.0.0.1:8081'],
    ['MAP *:443 127.0.0.1:8446, MAP *:80 127.0.0.1:8081', 'a.test', 8080, 'a.test:8080'],
    ['MAP * 127.0.0.1', 'a.test', 8443, '127.0.0.1:8443'],
    ['MAP *.a.test 10.0.0.1', 'b.a.test', 80, '10.0.0.1:80'],
    ['MAP *.a.test 10.0.0.1', 'a.test', 80, 'a.test:80'],
    ['MAP a.test 10.0.0.1, MAP * 10.0.0.2', 'A.TEST', 80, '10.0.0.1:80'],
    ['MAP a?.test 10.0.0.1', 'ab.test', 80, '10.0.0.1:80'],
    ['MAP a.test 10.0.0.1', 'aXtest', 80, 'aXtest:80'],
    ['MAP * 10.0.0.1, EXCLUDE b.test', 'b.test', 80, 'b.test:80'],
    ['EXCLUDE *.b.test,MAP * 10.0.0.1', 'a.b.test', 80, 'a.b.test:80'],
    ['map * 10.0.0.1, exclude b.test', 'c.test', 80, '10.0.0.1:80'],
    ['MAP [fd00::20]:80 10.0.0.1:8080', 'fd00::20', 80, '10.0.0.1:8080'],
    ['MAP fd00::20 10.0.0.1', 'fd00::20', 80, '10.0.0.1:80'],
    ['MAP * [::1]:8443', 'a.test', 443, '::1:8443'],
    ['', 'a.test', 80, 'a.test:80'],
  ])('%s: %s:%i leads to %s', (rules, host, port, target) => {
    expect(lead(rules, host, port)).toBe(target);
  });

  it.each(['^NOTFOUND', '~NOTFOUND'])('leads nowhere with %s', (target) => {
    expect(lead(`MAP * ${target}, EXCLUDE a.test`, 'b.test', 80)).toBeNull();
    expect(lead(`MAP * ${target}, EXCLUDE a.test`, 'a.test', 80)).toBe('a.test:80');
  });
});

describe('parseHostRules', () => {
  it.each([
    'MAP',
    'MAP *',
    'MAP * a b',
    'EXCLUDE',
    'EXCLUDE a b',
    'REDIRECT * a',
    'MAP * a:0',
    'MAP * a:70000',
    'MAP * a:b',
    'MAP * ::1',
  ])('rejects %s', (rule) => {
    expect(() => parseHostRules(`MAP x y, ${rule}`)).toThrow(HostRuleError);
  });
});
