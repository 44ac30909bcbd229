// The shipped manifests: a snapshot makes every change visible in review, and docs/permissions.md gives the reason for every permission.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestOf, PACKAGES, sizeOf } from './packages.ts';

const DOCS = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'permissions.md'), 'utf8');

describe.each(PACKAGES)('%s', (name) => {
  const manifest = manifestOf(name);

  it('equals the snapshot', () => expect(manifest).toMatchSnapshot());

  it('requests only permissions that docs/permissions.md lists', () => {
    const asked = [
      ...manifest.permissions,
      ...(manifest.optional_permissions ?? []),
      ...manifest.host_permissions,
    ];
    for (const permission of asked) expect(DOCS, permission).toContain(`\`${permission}\``);
  });

  it('has every icon that it names', () => {
    for (const path of [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)]) {
      expect(sizeOf(name, path), path).toBeGreaterThan(0);
    }
  });

  it('allows its pages to load only their own files', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    // The user chooses the look-up's server, so this directive contains no host.
    const [asked, ...others] = policy.split('; ').toSorted((a) => (a.startsWith('connect-src') ? -1 : 1));
    expect(asked).toBe("connect-src 'self' https:");
    expect(others.join('; ')).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('docs/permissions.md', () => {
  it('lists no permission that neither package requests', () => {
    const asked = new Set(
      PACKAGES.flatMap((name) => {
        const {
          permissions,
          host_permissions: hosts,
          optional_permissions: optional = [],
        } = manifestOf(name);
        return [...permissions, ...optional, ...hosts];
      }),
    );
    const named = [...DOCS.matchAll(/^(?:#+|\||-)\s*`([^`]+)`/gm)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    for (const permission of named) expect([...asked], permission).toContain(permission);
  });
});
