// One address as a row of the terminal's table: the findings, and the evidence for the certificate.
import { shorten } from '../table.ts';
import type { InspectCertificate, InspectResult } from '../../lib/report/inspect-schema.ts';

export const ROW_HEAD = ['PAGE', 'VERDICT', 'FINDINGS', 'CERTIFICATE'] as const;
const MAX_ADDRESS = 60;
const MAX_ORGANIZATION = 40;

/** The cells of ROW_HEAD. */
export function describeRow(result: InspectResult): readonly string[] {
  const { url, finalUrl, state, reason, findings, gaps, certificate, error } = result;
  const moved = finalUrl === null || finalUrl === url ? '' : ` → ${shorten(finalUrl, MAX_ADDRESS)}`;
  const verdict = [
    state ?? '',
    reason === null ? '' : `(${reason})`,
    gaps.length === 0 ? '' : `not checked: ${gaps.map(counted).join(', ')}`,
    error === null ? '' : `error: ${error.kind}`,
  ];
  const found = findings.map(({ id, count }) => counted({ kind: id, count }));
  return [
    shorten(url, MAX_ADDRESS) + moved,
    verdict.filter((part) => part !== '').join(' '),
    error === null ? found.join(', ') : [...found, shorten(error.message, 120)].join(', '),
    certificateCell(certificate),
  ];
}

function counted({ kind, count }: { readonly kind: string; readonly count: number }): string {
  return count === 1 ? kind : `${kind} ×${count}`;
}

/** The source of a certificate, and its name. */
export function certificateCell(certificate: InspectCertificate | null): string {
  if (certificate === null) return '';
  const { kind, refusal, override, connection } = certificate;
  const level = levelOf(certificate);
  const told = connection?.sha256 == null ? '' : `, sha256 ${connection.sha256.slice(0, 16)}…`;
  const protocol = connection?.protocol == null ? '' : `, ${connection.protocol}`;
  switch (kind) {
    case 'told':
      return `${connection?.source === 'devtools' ? 'told by DevTools' : 'told'}: ${level}${connection?.state ?? ''}${protocol}${told}`;
    case 'implied':
      return 'implied: the page loaded';
    case 'not-seen':
      return 'not seen';
    case 'refused':
      return `refused: ${refusal?.code ?? ''}`;
    case 'overridden':
      return `overridden (${override?.source ?? ''}): ${override?.code ?? ''}${told}`;
    case 'none':
      return '';
  }
}

/** The level with its qualifier, which is never left out, and the organisation. */
function levelOf({ reading }: InspectCertificate): string {
  if (reading === null || !('level' in reading)) return '';
  const { level, levelQualifier: qualifier, organization } = reading;
  const parts = [
    level,
    qualifier === null ? '' : `(${qualifier})`,
    organization === null ? '' : shorten(organization, MAX_ORGANIZATION),
  ];
  return `${parts.filter((part) => part !== '').join(' ')}, `;
}
