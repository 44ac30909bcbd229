// One page of a server's answer, checked. Only the certificate's own bytes will count: names, issuer and dates beside them are claims.
import * as v from 'valibot';

/** Entries read of one page: the real server gives 256 at most. */
const MAX_ROWS = 1000;

export interface Issuance {
  readonly id: string;
  /** DER in base64; null: the entry has none. */
  readonly der: string | null;
  /** null: the server does not say. */
  readonly revoked: boolean | null;
}

const row = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(100)),
  cert_der: v.fallback(v.nullable(v.string()), null),
  revoked: v.fallback(v.nullable(v.boolean()), null),
});
const rows = v.pipe(v.array(row), v.maxLength(MAX_ROWS));

/** The entries of a page in its order; null: this is not what was agreed on. */
export function readIssuances(json: unknown): readonly Issuance[] | null {
  const result = v.safeParse(rows, json);
  if (!result.success) return null;
  return result.output.map(({ id, cert_der, revoked }) => ({ id, der: cert_der, revoked }));
}
