// The outlines' scripts and messages, and their stored state.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutlineOrder } from '../../../../lib/outline/outline-order.ts';
import type { OutlineState } from '../../../../lib/outline/outline-state.ts';
import { outlinePorts } from '../../../../lib/platform/background/outline-adapter.ts';
import type { OutlineServicePorts } from '../../../../lib/platform/background/outline-service.ts';
import { SessionStore } from '../../../../lib/platform/background/record/session-store.ts';
import { outlineKey } from '../../../../lib/platform/storage-keys.ts';
import { open, resetStage, stage, TAB } from '../writer-stage.ts';

const frames = vi.hoisted(() => ({
  calls: new Array<unknown>(),
  scriptFailure: null as Error | null,
  messageFailure: null as Error | null,
}));

vi.mock('../../../../lib/platform/browser.ts', () => ({
  browser: {
    scripting: {
      executeScript: async (injection: object) => {
        if (frames.scriptFailure !== null) throw frames.scriptFailure;
        frames.calls.push(injection);
      },
    },
    tabs: {
      sendMessage: async (...message: unknown[]) => {
        if (frames.messageFailure !== null) throw frames.messageFailure;
        frames.calls.push(message);
        return { one: 'shown' };
      },
    },
  },
}));

const ORDER: OutlineOrder = { type: 'outline', targets: [], scroll: true, lasts: 1000 };
const STATE: OutlineState = { documentId: 'd', finds: { one: 'shown' }, all: false };

/** The ports of a background that was just started. */
const wake = (): OutlineServicePorts => outlinePorts(new SessionStore(stage.area));

beforeEach(() => {
  resetStage();
  Object.assign(frames, { calls: [], scriptFailure: null, messageFailure: null });
});

describe('send', () => {
  it('starts the script in the frame and in no other, then sends the order and returns the answer', async () => {
    expect(await wake().send(TAB, 7, ORDER)).toEqual({ one: 'shown' });
    expect(frames.calls).toEqual([
      { target: { tabId: TAB, frameIds: [7] }, files: ['/outline.js'] },
      [TAB, ORDER, { frameId: 7 }],
    ]);
  });

  it('rejects and sends no message when the browser allows no script in the frame', async () => {
    frames.scriptFailure = new Error('No frame with id 7');
    await expect(wake().send(TAB, 7, ORDER)).rejects.toThrow('No frame');
    expect(frames.calls).toEqual([]);
  });

  it('rejects when the frame does not answer', async () => {
    frames.messageFailure = new Error('Receiving end does not exist.');
    await expect(wake().send(TAB, 7, ORDER)).rejects.toThrow('Receiving end');
  });
});

describe('sendToAll', () => {
  it('sends the order to every frame of the tab and starts no script', async () => {
    await wake().sendToAll(TAB, ORDER);
    expect(frames.calls).toEqual([[TAB, ORDER]]);
  });

  it('accepts that no frame listens', async () => {
    frames.messageFailure = new Error('Receiving end does not exist.');
    await expect(wake().sendToAll(TAB, ORDER)).resolves.toBeUndefined();
  });
});

describe('the stored state', () => {
  it('is read by a later background, for its tab only', async () => {
    await wake().store(TAB, STATE);
    expect(await wake().read(TAB)).toEqual(STATE);
    expect(await wake().read(TAB + 1)).toBeNull();
  });

  it('leaves nothing in the storage when it is removed', async () => {
    await wake().store(TAB, STATE);
    await wake().store(TAB, null);
    expect(await wake().read(TAB)).toBeNull();
    expect(stage.area.items.size).toBe(0);
  });

  it('is null when the stored value is not one', async () => {
    await stage.area.set({ [outlineKey(TAB)]: { ...STATE, finds: { one: 'elsewhere' } } });
    expect(await wake().read(TAB)).toBeNull();
  });

  it('is not reported as stored by a full storage', async () => {
    stage.area.quota = 0;
    await expect(wake().store(TAB, STATE)).rejects.toThrow('quota');
  });
});

it('currentPage returns the page that the tab shows, and null for an unknown tab', async () => {
  await open('https://shop.example/', 'd');
  expect(await wake().currentPage(TAB)).toMatchObject({ url: 'https://shop.example/', documentId: 'd' });
  expect(await wake().currentPage(TAB + 1)).toBeNull();
});
