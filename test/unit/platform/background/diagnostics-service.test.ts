// Entries are stored, many entries cause few writes, and a full storage stops nothing.
import { beforeEach, expect, it, vi } from 'vitest';
import { readDiagnostics } from '../../../../lib/diagnostics/diagnostics.ts';
import { DiagnosticsService } from '../../../../lib/platform/background/diagnostics-service.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import { DIAGNOSTICS_KEY } from '../../../../lib/platform/storage-keys.ts';
import { MemoryArea } from '../memory-area.ts';

let area: MemoryArea;
let warned: unknown[];
beforeEach(() => {
  area = new MemoryArea();
  warned = [];
});

function start(): DiagnosticsService {
  return new DiagnosticsService({
    store: new SessionStore(area),
    now: () => 5,
    warn: (error) => warned.push(error),
  });
}

async function stored(): Promise<unknown> {
  return readDiagnostics((await area.get(DIAGNOSTICS_KEY))[DIAGNOSTICS_KEY]);
}

const REFUSED = { type: 'probe', why: 'wrong-sender', sender: 'sub-frame' } as const;

it('stores errors and refused messages, also over a restart of the background', async () => {
  const error = new Error('failed');
  start().complain(error);
  await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
  start().noteRefused(REFUSED);
  await vi.waitFor(async () =>
    expect(await stored()).toMatchObject([
      { incident: { kind: 'error', text: 'Error: failed' }, at: 5, count: 1 },
      { incident: { kind: 'refused', ...REFUSED }, at: 5, count: 1 },
    ]),
  );
  expect(warned).toEqual([error]);
});

it('stores many entries with few writes', async () => {
  const set = vi.spyOn(area, 'set');
  const service = start();
  for (let i = 0; i < 1000; i += 1) service.noteRefused(REFUSED);
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ incident: REFUSED }]));
  expect(set.mock.calls.length).toBeLessThan(3);
});

it('removes all entries', async () => {
  const service = start();
  service.complain(new Error('failed'));
  await service.clear();
  expect(await stored()).toEqual([]);
});

it('continues when the storage is full', async () => {
  area.quota = 5;
  const service = start();
  service.noteRefused(REFUSED);
  await vi.waitFor(() => expect(String(warned[0])).toContain('quota'));
  area.quota = 10_000;
  service.noteRefused(REFUSED);
  await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
});
