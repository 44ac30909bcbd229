// A link as a QR code: dark on light in every theme, because QR readers expect it.
import type { ReactNode } from 'react';
import { qrCode, writeQrSvg } from '../../lib/campaigns/qr.ts';
import { useActions } from '../ui/actions-context.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words-context.tsx';
import css from './campaign.module.css';

interface CampaignQrProps {
  readonly url: string;
  /** What the QR code leads to. */
  readonly name: string;
  readonly file: string;
}

export function CampaignQr({ url, name, file }: CampaignQrProps): ReactNode {
  const words = useWords();
  const { save } = useActions();
  const code = qrCode(url);
  if (code === null) return <p>{words.text('campaigns_qr_too_long')}</p>;
  const { size, path } = code;
  return (
    <figure className={css.qr}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        aria-hidden="true"
        shapeRendering="crispEdges"
        className={css.code}
      >
        <path className={css.paper} d={`M0 0h${size}v${size}h-${size}z`} />
        <path className={css.ink} d={path} />
      </svg>
      <figcaption className={css.soft}>{name}</figcaption>
      <Button onClick={() => save({ name: file, text: writeQrSvg(code), type: 'image/svg+xml' })}>
        {words.text('campaigns_qr_save')}
      </Button>
    </figure>
  );
}
