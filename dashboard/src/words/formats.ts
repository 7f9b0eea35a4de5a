import { useMemo } from 'react';
import { usePreferences } from '../preferences/preferences';
import { useTimeZone } from './time-zone';
import { localeOf } from './words';

export interface Formats {
  number(value: number): string;
  percent(value: number): string;
  /** Day, month and year. */
  date(instant: string): string;
  /** Day and minute. */
  time(instant: string): string;
  /** "3 minutes ago", from `now`. */
  since(instant: string, now?: number): string;
  /** A length of time in the largest unit that fits: "12 min". */
  minutes(count: number): string;
  list(items: readonly string[]): string;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Numbers, dates and lists as this person reads them, in the newsroom's time zone. Never compare what they give. */
export function makeFormats(locale: string, timeZone: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const list = new Intl.ListFormat(locale);
  return {
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    date: (instant) => date.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    since(instant, now = Date.now()) {
      const seconds = (new Date(instant).getTime() - now) / 1000;
      const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
      return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : relative.format(0, 'second');
    },
    minutes: (count) => minutes.format(count),
    list: (items) => list.format(items),
  };
}

export function useFormats(): Formats {
  const { language, digits } = usePreferences();
  const timeZone = useTimeZone();
  return useMemo(() => makeFormats(localeOf(language, digits), timeZone), [language, digits, timeZone]);
}
