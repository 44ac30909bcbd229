// The effects of metas in a head, and since when.
import { describe, expect, it } from 'vitest';
import { readMetas } from '../../../../lib/record/sightings/read-metas.ts';
import { MAX_METAS } from '../../../../lib/record/sightings/observer-report.ts';
import type { MetaLine } from '../../../../lib/record/sightings/observer-report.ts';

const UPGRADE = 'Content-Security-Policy:upgrade-insecure-requests';

describe('readMetas', () => {
  it.each<readonly [string, readonly MetaLine[], number | null, number]>([
    ['nothing', [], null, Infinity],
    ['a policy from the start', [[UPGRADE, 0]], 0, 1],
    [
      'the second policy, which came late',
      [
        ['content-security-policy:img-src *', 0],
        [UPGRADE, 7],
      ],
      1007,
      2,
    ],
    [
      'the first of two',
      [
        [UPGRADE, 3],
        [`${UPGRADE};`, 9],
      ],
      1003,
      1,
    ],
    [
      'another header of a longer name',
      [['content-security-policy-report-only:upgrade-insecure-requests', 0]],
      null,
      Infinity,
    ],
    [
      'another header with a policy in it',
      [['strict-transport-security:content-security-policy:upgrade-insecure-requests', 0]],
      null,
      Infinity,
    ],
    [
      'a directive that is only named',
      [['content-security-policy:img-src * upgrade-insecure-requests', 0]],
      null,
      Infinity,
    ],
    [
      'a policy on several lines',
      [['Content-Security-Policy:img-src *;\n upgrade-insecure-requests', 0]],
      0,
      1,
    ],
  ])('reads for %s since when and after how many lines requests are upgraded', (_what, lines, since, after) =>
    expect(readMetas(lines, 1000)).toMatchObject({ upgradesSince: since, upgradesAfter: after }),
  );

  it('returns the text for Strict-Transport-Security', () => {
    const line = `Strict-Transport-Security: max-age=1; ${'x'.repeat(300)}`;
    expect(readMetas([[line, 0]], 0).hsts).toMatch(/^max-age=1; x{189}$/);
    expect(readMetas([['strict-policy:max-age=1', 0]], 0).hsts).toBeUndefined();
  });

  it('recognises policies that forbid forms', () => {
    expect(readMetas([["content-security-policy:form-action 'self'", 0]], 0).stopsForms).toBe(true);
    expect(readMetas([['content-security-policy:form-action http:', 0]], 0).stopsForms).toBe(false);
  });

  it.each([
    ['no frame', [], false],
    ['a frame without a sandbox', ['null'], false],
    ['sandboxes without forms', ['', 'allow-scripts allow-same-origin'], true],
    ['a sandbox with forms', ['', 'allow-scripts Allow-Forms'], false],
    ['more lines than are kept', Array.from({ length: MAX_METAS }, () => ''), false],
  ] as const)('tells of %s whether forms can be sent from it', (_what, sandboxes, expected) =>
    expect(
      readMetas(
        sandboxes.map((sandbox) => [`sandbox:${sandbox}`, 0]),
        0,
      ).sealsFrames,
    ).toBe(expected),
  );
});
