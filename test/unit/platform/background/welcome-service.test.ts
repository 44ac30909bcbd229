// The welcome page with a policy that arrives late or not at all, a browser without a window, and a background that is stopped.
import { describe, expect, it } from 'vitest';
import { greet } from '../../../../lib/platform/background/welcome-service.ts';
import type { WelcomePorts } from '../../../../lib/platform/background/welcome-service.ts';

function browserWith(changed: Partial<WelcomePorts> = {}) {
  const state = { isOwed: true, isSkipped: false, opened: 0 };
  const ports: WelcomePorts = {
    isOwed: async () => state.isOwed,
    setOwed: async (isOwed) => {
      state.isOwed = isOwed;
    },
    isSkipped: async () => state.isSkipped,
    policy: async () => undefined,
    open: async () => {
      state.opened += 1;
    },
    ...changed,
  };
  return { state, ports };
}

describe('greet', () => {
  it('opens the page once', async () => {
    const { state, ports } = browserWith();
    await greet(ports);
    await greet(ports);
    expect(state).toEqual({ isOwed: false, isSkipped: false, opened: 1 });
  });

  it('opens nothing when the page is not pending, and does not wait', async () => {
    const { state, ports } = browserWith({ policy: () => Promise.reject(new Error('waited')) });
    state.isOwed = false;
    await greet(ports);
    expect(state.opened).toBe(0);
  });

  it('opens nothing when the policy prevents it, now or later', async () => {
    const { state, ports } = browserWith({
      policy: async () => {
        state.isSkipped = true;
      },
    });
    await greet(ports);
    state.isSkipped = false;
    await greet(ports);
    expect(state).toMatchObject({ isOwed: false, opened: 0 });
  });

  it('opens nothing when the note is removed while it waits', async () => {
    const { state, ports } = browserWith({
      policy: async () => {
        state.isOwed = false;
      },
    });
    await greet(ports);
    expect(state.opened).toBe(0);
  });

  it('keeps the page pending when there was no window', async () => {
    const { state, ports } = browserWith({ open: () => Promise.reject(new Error('no window')) });
    await expect(greet(ports)).rejects.toThrow('no window');
    expect(state.isOwed).toBe(true);
  });

  it('keeps the page pending when the background is stopped while it waits', async () => {
    const { state, ports } = browserWith({ policy: () => Promise.reject(new Error('stopped')) });
    await expect(greet(ports)).rejects.toThrow('stopped');
    await greet({ ...ports, policy: async () => undefined });
    expect(state).toMatchObject({ isOwed: false, opened: 1 });
  });
});
