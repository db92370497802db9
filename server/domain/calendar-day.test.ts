import { describe, expect, test } from 'vitest';
import { createCalendarDay, startOfCalendarDay } from './calendar-day.ts';

describe('startOfCalendarDay', () => {
  test.each([
    ['UTC', '2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['Asia/Beirut', '2026-11-23', '2026-11-22T22:00:00.000Z'],
    // Clocks go from midnight to one.
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-23', '2026-11-22T10:00:00.000Z'],
    ['Etc/GMT+12', '2026-11-23', '2026-11-23T12:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-23', '2026-11-22T18:15:00.000Z'],
    // A day that Samoa left out: the next one begins.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Asia/Beirut', '1877-01-01', '1876-12-31T21:38:00.000Z'],
  ])('%s %s', (zone, day, time) => {
    const start = startOfCalendarDay(day, zone);
    expect(new Date(start).toISOString()).toBe(time);
    expect(createCalendarDay(zone)(start - 1) < day).toBe(true);
  });
});
