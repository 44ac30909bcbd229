// Types of dependencies.mjs, which runs before anything is installed and so is not TypeScript itself.

/** The packages of a lockfile, by their folders. */
export type LockedPackages = Readonly<
  Record<string, { readonly version?: string; readonly optional?: boolean; readonly devOptional?: boolean }>
>;

export function ensureDependencies(root: string, node: string, env: NodeJS.ProcessEnv): void;
export function isInstalled(wanted: LockedPackages, installed: LockedPackages): boolean;
