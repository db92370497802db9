import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const noon = Date.parse('2026-11-27T12:00:00Z');
const httpDate = (time: number) => new Date(time).toUTCString();

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 0 });
});
afterEach(() => void vi.useRealTimers());

test('until an answer has told the time it is the device’s', async () => {
  const { hearServerTime, isServerTimeKnown, serverNow } = await import('./server-clock.ts');
  hearServerTime(null);
  hearServerTime('yesterday');
  expect(isServerTimeKnown()).toBe(false);
  expect(serverNow()).toBe(0);
});

test('told once it goes on by itself, whatever is done to the device’s clock', async () => {
  const { hearServerTime, serverNow } = await import('./server-clock.ts');
  hearServerTime(httpDate(noon));
  expect(serverNow()).toBe(noon);
  vi.advanceTimersByTime(5_000);
  vi.setSystemTime(noon + 365 * 24 * 60 * 60 * 1000);
  expect(serverNow()).toBe(noon + 5_000);
});

test('an answer kept by a cache sets it back by nothing', async () => {
  const { hearServerTime, serverNow } = await import('./server-clock.ts');
  hearServerTime(httpDate(noon));
  hearServerTime(httpDate(noon - 60_000));
  expect(serverNow()).toBe(noon);
  hearServerTime(httpDate(noon + 60_000));
  expect(serverNow()).toBe(noon + 60_000);
});
