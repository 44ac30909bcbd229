// Parses one page of a server's answer. Only the bytes of the certificates are used later: names, issuer and dates beside them are claims.
import * as v from 'valibot';

/** The most entries that are read of one page: the real server returns at most 256. */
const MAX_ROWS = 1000;

export interface Issuance {
  readonly id: string;
  /** DER in base64; null: the entry has none. */
  readonly der: string | null;
  /** Null: the server does not report it. */
  readonly revoked: boolean | null;
}

const row = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(100)),
  cert_der: v.fallback(v.nullable(v.string()), null),
  revoked: v.fallback(v.nullable(v.boolean()), null),
});
const rows = v.pipe(v.array(row), v.maxLength(MAX_ROWS));

/** The entries of a page in order; null: the answer does not have the expected form. */
export function readIssuances(json: unknown): readonly Issuance[] | null {
  const result = v.safeParse(rows, json);
  if (!result.success) return null;
  return result.output.map(({ id, cert_der, revoked }) => ({ id, der: cert_der, revoked }));
}
