/** Dates, times and durations as people read them. Times of a visit are in the client's zone. */

import {languageNow, t} from './texts.js';

function format(moment, options, zone) {
  // In English as well the day comes before the month, and the day has 24 hours.
  const locale = languageNow() === 'en' ? 'en-GB' : languageNow();
  return new Intl.DateTimeFormat(locale, {...options, ...(zone ? {timeZone: zone} : {})})
      .format(new Date(moment));
}

export function time(moment, zone) {
  return format(moment, {hour: '2-digit', minute: '2-digit'}, zone);
}

export function day(moment, zone) {
  return format(moment, {weekday: 'short', day: 'numeric', month: 'long'}, zone);
}

export function dayAndTime(moment, zone) {
  return format(moment, {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'}, zone);
}

/** "30 November". */
export function date(moment, zone) {
  return format(moment, {day: 'numeric', month: 'long'}, zone);
}

export function isToday(moment, zone, now = Date.now()) {
  return formDate(moment, zone) === formDate(now, zone);
}

/** "Today", "Tomorrow", or the day. */
export function relativeDay(moment, zone, now = Date.now()) {
  if (isToday(moment, zone, now)) {
    return t('today');
  }
  return isToday(moment, zone, now + 86_400_000) ? t('tomorrow') : day(moment, zone);
}

/** The same inside of a sentence. */
export function someDay(moment, zone) {
  const text = relativeDay(moment, zone);
  return text === t('today') || text === t('tomorrow') ? text.toLowerCase() : text;
}

/** "12:05", with the day if that is not today. */
export function timeOrDay(moment, zone, now = Date.now()) {
  return isToday(moment, zone, now) ? time(moment, zone) : dayAndTime(moment, zone);
}

/** How long it is until a moment, or has been since. */
export function left(moment, now = Date.now()) {
  const minutes = Math.floor((new Date(moment) - now) / 60_000);
  return minutes >= 0
      ? t('due.left', {time: duration(minutes)})
      : t('due.late', {time: duration(-minutes)});
}

/** The date of a moment as a form has it: "2026-03-12". */
export function formDate(moment, zone) {
  return new Intl.DateTimeFormat('en-CA', {timeZone: zone}).format(new Date(moment));
}

/** The end of a working day, as a moment. */
export function endOfWork(date, zone) {
  const guess = new Date(`${date}T18:00:00Z`);
  // What the clocks there show then, as if it were UTC, tells how far they are off.
  const there = new Intl.DateTimeFormat('sv-SE', {dateStyle: 'short', timeStyle: 'medium', timeZone: zone})
      .format(guess).replace(' ', 'T');
  return new Date(2 * guess - new Date(`${there}Z`)).toISOString();
}

/** "1 h 5 min". */
export function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  return hours > 0
      ? t('duration.hours', {hours, minutes: minutes % 60})
      : t('duration.minutes', {minutes});
}

/** A running watch: "0:07:32". */
export function watch(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
