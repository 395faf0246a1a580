// @ts-check
import { element } from './element.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const relative = new Intl.RelativeTimeFormat(undefined, { style: 'narrow', numeric: 'auto' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const dateAndClock = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/**
 * A time that says how long ago it is, kept current by `keepTimesCurrent`; the exact time is in its title.
 * @param {number} at epoch ms
 * @returns {HTMLElement}
 */
export function agoTime(at) {
  return timeElement(at, { 'data-at': String(at) }, ago(at));
}

/**
 * A time of day, with its date unless that is today.
 * @param {number} at epoch ms
 * @returns {HTMLElement}
 */
export function clockTime(at) {
  const today = new Date(at).toDateString() === new Date().toDateString();
  return timeElement(at, {}, format(today ? clock : dateAndClock, at));
}

/** Rewrites the times of the last minute every 5 seconds and all others every minute. */
export function keepTimesCurrent() {
  let ticks = 0;
  setInterval(() => {
    ticks += 1;
    if (!document.hidden) refresh(ticks % 12 === 0);
  }, 5 * SECOND);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) refresh(true);
  });
}

/** @param {boolean} old whether to rewrite those older than two minutes too */
function refresh(old) {
  for (const time of document.querySelectorAll('time[data-at]')) {
    const at = Number(time.getAttribute('data-at'));
    if (!old && Date.now() - at > 2 * MINUTE) continue;
    const text = ago(at);
    if (time.textContent !== text) time.textContent = text;
  }
}

/**
 * @param {number} at
 * @returns {string}
 */
function ago(at) {
  const age = Date.now() - at;
  const size = Math.abs(age);
  if (size < 5 * SECOND) return relative.format(0, 'second');
  if (size < MINUTE) return relative.format(-Math.trunc(age / SECOND), 'second');
  if (size < HOUR) return relative.format(-Math.trunc(age / MINUTE), 'minute');
  if (size < DAY) return relative.format(-Math.trunc(age / HOUR), 'hour');
  if (size < WEEK) return relative.format(-Math.trunc(age / DAY), 'day');
  return format(dateAndClock, at);
}

/**
 * @param {number} at
 * @param {Readonly<Record<string, string>>} attributes
 * @param {string} text
 * @returns {HTMLElement}
 */
function timeElement(at, attributes, text) {
  const date = new Date(at);
  const datetime = Number.isNaN(date.getTime()) ? null : date.toISOString();
  return element('time', { ...attributes, datetime, title: format(exact, at) }, text);
}

/**
 * @param {Intl.DateTimeFormat} formatter
 * @param {number} at
 * @returns {string}
 */
function format(formatter, at) {
  // Out of range, Intl throws.
  return Number.isNaN(new Date(at).getTime()) ? '' : formatter.format(at);
}
