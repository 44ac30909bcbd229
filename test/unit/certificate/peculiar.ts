// @peculiar/x509, for comparison only. Its dependency tsyringe refuses to load without a metadata polyfill; the parts used here never read any
// metadata, so three empty functions do instead of another dependency.
Object.assign(Reflect, {
  getMetadata: () => undefined,
  getOwnMetadata: () => undefined,
  defineMetadata: () => undefined,
});

// Loaded only now: a plain import would run before the lines above.
export const peculiar = await import('@peculiar/x509');
