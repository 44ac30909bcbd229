// For the owner: find out where https works, change it for the whole page or one by one, take the list along.
import type { ReactNode } from 'react';
import type { PageRecord } from '../../lib/page/record.ts';
import type { CertificateEvents } from '../certificate/certificate-actions.tsx';
import css from './mixed.module.css';
import type { MixedTools } from './mixed-tools.ts';
import { PageFix } from './page-fix.tsx';
import { ProbeBox } from './probe-box.tsx';
import { TakeAlong } from './take-along.tsx';

interface MixedFixProps extends CertificateEvents {
  readonly record: PageRecord;
  readonly tools: MixedTools;
  /** ms since epoch. */
  readonly now: number;
}

export function MixedFix({ record, tools, now, onCopy, onSave }: MixedFixProps): ReactNode {
  const probe = tools.probe?.documentId === record.documentId ? tools.probe : null;
  return (
    <div className={css.fix}>
      <ProbeBox record={record} tools={tools} now={now} />
      <PageFix record={record} onCopy={onCopy} />
      <TakeAlong record={record} probe={probe} onCopy={onCopy} onSave={onSave} />
    </div>
  );
}
