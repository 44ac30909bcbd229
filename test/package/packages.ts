// The built packages, as files.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const PACKAGES = ['chrome-mv3', 'firefox-mv3'] as const;
export type Package = (typeof PACKAGES)[number];

const OUTPUT = join(import.meta.dirname, '..', '..', '.output');

/** A file of a package as text. */
export function read(name: Package, path: string): string {
  return readFileSync(join(OUTPUT, name, path), 'utf8');
}

/** Size in bytes; -1 when the file is missing. */
export function sizeOf(name: Package, path: string): number {
  const file = join(OUTPUT, name, path);
  return existsSync(file) ? statSync(file).size : -1;
}

/** Every file of a package, by its path in it. */
export function filesOf(name: Package): readonly string[] {
  return readdirSync(join(OUTPUT, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(OUTPUT, name).length + 1));
}

/** The parts of a manifest that the tests read. */
export interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions: readonly string[];
  readonly icons: Readonly<Record<string, string>>;
  readonly action: { readonly default_icon: Readonly<Record<string, string>> };
  readonly content_security_policy: { readonly extension_pages: string };
  /** Chromium only. */
  readonly minimum_chrome_version?: string;
  /** Firefox only. */
  readonly browser_specific_settings?: { readonly gecko: { readonly strict_min_version: string } };
}

export function manifestOf(name: Package): Manifest {
  // The build writes the file, and the snapshot contains all of it.
  return JSON.parse(read(name, 'manifest.json')) as Manifest;
}
