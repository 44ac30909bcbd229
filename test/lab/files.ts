// The files that the lab's pages load from another host. files.lab.test answers over both http and https, so that an upgraded request succeeds. It
// never sends HSTS, because the browser would then rewrite the http addresses that the scenarios test.
import { answer, page } from './lab-answers.ts';
import type { Answer } from './lab-answers.ts';

export const INSECURE_FILES = 'http://files.lab.test';
export const SECURE_FILES = 'https://files.lab.test';

const FILES: Readonly<Record<string, Answer>> = {
  // The target of a `<base>` or an empty action.
  '/': page({ title: 'Files' }),
  '/image.svg': answer(
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"><rect width="160" height="90" rx="8" fill="#5b7fa6"/></svg>',
  ),
  '/tone.wav': answer('audio/wav', silentWav(800)),
  '/script.js': answer('text/javascript', "document.documentElement.dataset['script'] = 'ran';"),
  '/style.css': answer('text/css', 'h1 { letter-spacing: 0.02em }'),
  '/image-inside.css': answer(
    'text/css',
    `.picture { background: url(${INSECURE_FILES}/image.svg); block-size: 90px }`,
  ),
  // Browsers block an insecure font before they request it, so these bytes are never read.
  '/font.woff2': answer('font/woff2', new Uint8Array()),
  '/data.json': answer('application/json', '{"lab":true}'),
  '/events': answer('text/event-stream', 'data: lab\n\n'),
  '/beacon': { status: 204, headers: { 'access-control-allow-origin': '*' }, body: '' },
  '/list.csv': answer('text/csv', 'name,value\nlab,1\n', { 'content-disposition': 'attachment' }),
  '/frame.html': page({ title: 'A page inside a page' }),
  '/login-frame.html': page({
    title: 'A login inside a page',
    body: '<label>Password <input type="password" autocomplete="current-password"></label>',
  }),
  '/thanks.html': page({ title: 'A form was sent here' }),
};

/** Every file under both schemes. */
export function fileAnswers(): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    [INSECURE_FILES, SECURE_FILES].flatMap((origin) =>
      Object.entries(FILES).map(([path, file]) => [`${origin}${path}`, file]),
    ),
  );
}

/** Silence: 8-bit mono PCM at 8 kHz in a RIFF header (44 bytes). A video element plays it too. */
function silentWav(samples: number): Uint8Array {
  const bytes = Buffer.alloc(44 + samples, 0x80);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16); // length of the format block
  bytes.writeUInt16LE(1, 20); // PCM
  bytes.writeUInt16LE(1, 22); // channels
  bytes.writeUInt32LE(8000, 24); // samples per second
  bytes.writeUInt32LE(8000, 28); // bytes per second
  bytes.writeUInt16LE(1, 32); // bytes per sample
  bytes.writeUInt16LE(8, 34); // bits per sample
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples, 40);
  return bytes;
}
