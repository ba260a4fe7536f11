/** Small pieces that screens are made of. */

import {h} from './dom.js';
import {icon} from './icons.js';
import {unsent} from './store.js';
import {t, word} from './texts.js';

/** A word in a colour with its sign: nothing is said by colour alone. */
export function pill(tone, sign, text) {
  return h('span', {class: `pill ${tone}`}, icon(sign), h('span', null, text));
}

/** What looks like a button and leads somewhere. */
export function linkButton(href, sign, text, main = false) {
  return h('a', {class: main ? 'button main' : 'button', href}, sign && icon(sign), h('span', null, text));
}

/** A button that does something. */
export function button(sign, text, click, main = false, more = {}) {
  return h('button', {type: 'button', class: main ? 'button main' : 'button', on: {click}, ...more},
      sign && icon(sign), h('span', null, text));
}

/** A sentence where a list would be. */
export function nothing(text) {
  return h('p', {class: 'nothing'}, text);
}

export function note(tone, sign, ...content) {
  return h('div', {class: `note ${tone}`}, icon(sign), h('div', null, ...content));
}

/** The mark of what the server has not got yet; nothing once it has. */
export function unsentMark(...objects) {
  const items = objects.flatMap(unsent);
  if (items.length === 0) {
    return null;
  }
  const stopped = items.some((item) => item.state === 'stopped');
  return h('span', {class: stopped ? 'mark bad' : 'mark watch'},
      icon(stopped ? 'warn' : 'waiting'),
      h('span', null, t(stopped ? 'mark.stopped' : 'mark.unsent')));
}

/** A number with what it counts; a term and its description in a list. */
export function figure(tone, value, label) {
  return h('div', {class: `figure ${tone}`}, h('dt', null, label), h('dd', null, value));
}

/** What waits, by urgency. */
export function waitingFigures(waiting) {
  const tones = {URGENT: 'bad', HIGH: 'watch', NORMAL: 'plain', LOW: 'plain'};
  return h('dl', {class: 'figures'}, Object.keys(tones).map((priority) => {
    const count = waiting?.[priority] ?? 0;
    return figure(count > 0 ? tones[priority] : 'none', count, word('priority', priority));
  }));
}

const STATES = {
  NEW: ['plain', 'open'],
  PLANNED: ['plain', 'open'],
  IN_PROGRESS: ['watch', 'play'],
  DONE: ['good', 'done'],
  NOT_DONE: ['bad', 'no'],
  CARRIED_OVER: ['watch', 'later'],
  HANDED_OVER: ['watch', 'hand'],
  ACCEPTED: ['watch', 'hand'],
  RETURNED: ['plain', 'back'],
  RESOLVED_REMOTELY: ['good', 'done'],
  SELF_RECOVERED: ['good', 'done'],
  CANCELLED: ['plain', 'no'],
};

export function taskPill(task) {
  const [tone, sign] = STATES[task.state] ?? ['plain', 'open'];
  return pill(tone, sign, word('task', task.state));
}

export function taskTone(task) {
  return (STATES[task.state] ?? ['plain'])[0];
}

/** Whether a task has an outcome, or a reason why it has none. */
export function isAnswered(task) {
  return !['NEW', 'PLANNED', 'IN_PROGRESS', 'RETURNED'].includes(task.state);
}

/** Whether what was asked for is so now. */
export function isDone(task) {
  return ['DONE', 'RESOLVED_REMOTELY', 'SELF_RECOVERED'].includes(task.state);
}

/** Whether a task is still to do; what was carried over is, at the visit to come. */
export function isToDo(task, visit) {
  return !isAnswered(task) || (visit?.state === 'SCHEDULED' && task.state === 'CARRIED_OVER');
}

const VISITS = {
  SCHEDULED: ['plain', 'clock'],
  RESCHEDULED: ['watch', 'clock'],
  ON_SITE: ['good', 'place'],
  CLOSING: ['watch', 'finish'],
  CLOSED: ['good', 'done'],
  REPORTED: ['good', 'done'],
};

export function visitPill(visit) {
  const [tone, sign] = VISITS[visit.state] ?? ['plain', 'open'];
  return pill(tone, sign, word('visit', visit.state));
}

export function isUnderWay(visit) {
  return visit.state === 'ON_SITE' || visit.state === 'CLOSING';
}

export function isClosed(visit) {
  return visit.state === 'CLOSED' || visit.state === 'REPORTED';
}

/** How a piece of equipment looks now: what is wrong, what is not looked at yet, or in order. */
export function deviceTone(device) {
  if (device.gone) {
    return 'gone';
  }
  const wrong = device.checks.some((check) => check.state === 'PROBLEM'
          || (check.state === 'SKIPPED' && check.mandatory))
      || device.reasons.some((reason) => ['PROBLEM', 'MONITORING'].includes(reason.what));
  if (wrong) {
    return 'bad';
  }
  const open = device.fresh || device.checks.some((check) => check.state === 'OPEN')
      || device.reasons.length > 0;
  return open ? 'todo' : 'good';
}

/** Whether nobody has said yet how something on it is. */
export function hasOpen(device) {
  return device.checks.some((check) => check.state === 'OPEN');
}

export const DEVICE_SIGNS = {good: 'done', bad: 'warn', todo: 'open', gone: 'no'};

/** Rows of facts: a name and what it is. */
export function facts(rows) {
  const known = rows.filter(([, value]) => ![null, undefined, false, ''].includes(value));
  return known.length === 0
      ? null
      : h('dl', {class: 'facts'}, known.map(
          ([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))));
}
