// The extensions in the lab's certificates as ASN.1 (RFC 5280, 4.2.1).
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Permits only names below one domain (RFC 5280, 4.2.1.10). */
export function onlyUnder(domain: string): pkijs.NameConstraints {
  const base = new pkijs.GeneralName({ type: 2, value: domain });
  return new pkijs.NameConstraints({ permittedSubtrees: [new pkijs.GeneralSubtree({ base })] });
}

/** One policy. */
export function policies(oid: string): pkijs.CertificatePolicies {
  const certificatePolicies = [new pkijs.PolicyInformation({ policyIdentifier: oid })];
  return new pkijs.CertificatePolicies({ certificatePolicies });
}

/** One timestamp of an unknown log, with a signature that no client checks (RFC 6962, 3.2 and 3.3). `time`: ms since epoch. */
export function timestamps(time: number): asn1js.OctetString {
  const sct = Buffer.alloc(1 + 32 + 8 + 2 + 4 + 8);
  sct.fill(0xaa, 1, 33);
  sct.writeBigUInt64BE(BigInt(time), 33);
  // No extensions; SHA-256 with ECDSA, and an empty sequence for a signature.
  sct.set([0, 0, 4, 3, 0, 8, 0x30, 6, 2, 1, 1, 2, 1, 1], 41);
  const list = Buffer.alloc(4 + sct.length);
  list.writeUInt16BE(sct.length + 2, 0);
  list.writeUInt16BE(sct.length, 2);
  list.set(sct, 4);
  return new asn1js.OctetString({ valueHex: new Uint8Array(list).buffer });
}

/** RFC 5280, 4.2.1.3: one byte is enough for the usages here; the unused bits at the end are counted, as DER requires. */
export function keyUsage(bits: number): asn1js.BitString {
  const unusedBits = 31 - Math.clz32(bits & -bits);
  return new asn1js.BitString({ unusedBits, valueHex: new Uint8Array([bits]).buffer });
}

/** `extnID`: an object identifier. */
export function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}
