import { texts } from './texts.js';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const decimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const ticks = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const value = (v) => (v === null || v === undefined ? texts.unknown : decimal.format(v));

/** A number as the services' own sentences have it, not rounded: 30.0, 37.256. */
export const exact = (v) => (Number.isInteger(v) ? v.toFixed(1) : String(v));

/** A value beside an axis, where neighbours must differ. */
export const tick = (v, unit) => withUnit(ticks.format(v), unit);

/** A value with its unit, if it has one; they stay on one line. */
export const quantity = (v, unit) => withUnit(value(v), unit);
export const limit = (v, unit) => withUnit(exact(v), unit);
const withUnit = (text, unit) => (unit ? `${text}\u00a0${unit}` : text);

export const count = (v) => (v === null || v === undefined ? texts.unknown : v < 10000 ? number.format(Math.round(v)) : compact.format(v));
/** A part of a whole, from 0 to 1, in per cent. */
export const share = (v) => `${Math.floor(v * 100)} %`;
export const millis = (v) => (v === null || v === undefined ? texts.unknown : number.format(v >= 10 ? Math.round(v) : v));

/** A length of time in its largest unit: 40 s, 12 min, 3 h, 5 d. */
export function age(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min`;
  if (s < 172800) return `${Math.floor(s / 3600)} h`;
  return `${Math.floor(s / 86400)} d`;
}

/** A length of time with its fraction where that counts: 0.3 s, 16.4 s, 3 min 20 s, 2 h 5 min. */
export function span(ms) {
  if (ms < 59950) return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
  const s = Math.round(ms / 1000);
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor(s / 60) % 60} min`;
}

/** An ISO-8601 duration in words: PT1M30S is 1 min 30 s. What is none stays as it is. */
export function duration(iso) {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(iso);
  if (!parts) return String(iso);
  const said = ['d', 'h', 'min', 's'].flatMap((unit, i) => (Number(parts[i + 1] ?? 0) > 0 ? [`${Number(parts[i + 1])} ${unit}`] : []));
  return said.join(' ') || '0 s';
}

const moments = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const moment = (ms) => moments.format(ms);

/** A sentence of the services with its times in the person's zone. */
export const zoned = (sentence) => sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g, (iso) => instant(iso));

/** A time as the services write it; with its year if that is another than this. */
export const instant = (iso) => {
  const date = new Date(iso);
  return date.getFullYear() === new Date().getFullYear() ? moments.format(date) : `${moments.format(date)}, ${date.getFullYear()}`;
};

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });

/** A time as fine as the step, in seconds, between it and its neighbours on an axis. */
export const time = (ms, step) => (step >= 2419200 ? month : step >= 86400 ? day : step >= 60 ? clock : seconds).format(ms);

/** A new element whose text is never markup. */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** JSON from the service; an error's message is the problem's own sentence. */
export async function load(path) {
  let answer;
  try {
    answer = await fetch(path, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  } catch {
    throw new Error(texts.noConnection);
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? texts.status(answer.status));
  }
  return answer.json();
}
