/** What the client will read, what is still missing, and the end of the visit. */

import {closeAnew, stopTimer} from '../actions.js';
import {h} from '../dom.js';
import {icon} from '../icons.js';
import {
  button, isAnswered, isClosed, isUnderWay, note, unsentMark,
} from '../parts.js';
import {dayOf, now} from '../store.js';
import {t} from '../texts.js';
import {missing} from './today.js';

/** How many missing things are listed of one device or of the tasks before the rest is counted. */
const LISTED = 60;

export function finish({visit: id}) {
  const day = dayOf(id);
  if (!day) {
    return missing();
  }
  const {visit} = day;
  const items = now().items.filter((item) => item.visit === id);
  return {
    title: t('finish.title'),
    back: `#/v/${id}`,
    visit: id,
    nav: 'finish',
    content: [
      h('h1', {tabindex: -1}, t(isClosed(visit) ? 'finish.closed' : 'finish.title')),
      unsentMark(`visit:${id}`),
      isUnderWay(visit) && gate(day, items),
      isClosed(visit) && note('good', 'done',
          t(items.length > 0 ? 'finish.closedUnsent' : 'finish.closedText')),
      visit.state === 'SCHEDULED' && note('plain', 'place', t('finish.before')),
      preview(visit),
    ],
  };
}

/**
 * What the server missed when it was asked last, less what was answered here since, and what was
 * added since.
 */
export function open(day) {
  const tasks = day.tasks
      .filter((task) => task.visit === day.visit.id && !isAnswered(task))
      .map((task) => ({kind: 'TASK', id: task.id, title: task.title, asset: task.device}));
  const checks = day.devices
      .filter((device) => !device.gone)
      .flatMap((device) => device.checks
          .filter((check) => check.state === 'OPEN')
          .map((check) => ({
            kind: 'CHECK', id: check.id, title: check.title, asset: device.name, device: device.id,
          })));
  const others = day.open.filter((item) => item.kind === 'REGULATION');
  return [...tasks, ...checks, ...others];
}

function gate(day, items) {
  const missingItems = open(day);
  const before = items.filter((item) => item.kind !== 'visit.close');
  const stopped = before.filter((item) => item.state === 'stopped');
  const awaited = awaitsChecks(day, items);
  const {timer} = now();
  const runs = timer?.visit === day.visit.id ? timer : null;
  if (missingItems.length === 0 && stopped.length === 0 && !awaited) {
    return h('div', {class: 'allok'},
        day.visit.checksPlanned || isExpected(day, items)
            ? note('good', 'done', t('finish.nothingMissing'))
            : note('watch', 'waiting', t('finish.checksLater')),
        runs && note('watch', 'clock', t('finish.timer', {title: runs.title})),
        button('finish', t('finish.close'), async () => {
          if (runs) {
            await stopTimer();
          }
          await closeAnew(day.visit, items);
          location.hash = '#/';
        }, true),
        before.length > 0 && h('p', {class: 'muted'}, t('finish.sendsFirst', {n: before.length})));
  }
  return [
    stopped.length > 0 && note('bad', 'warn',
        h('a', {href: '#/unsent'}, t('finish.stopped', {n: stopped.length}))),
    awaited && note('watch', 'waiting', t('finish.checksAwaited')),
    missingItems.length > 0 && h('section', {class: 'card'},
        h('h2', null, t('finish.missing', {n: missingItems.length})),
        h('ul', {class: 'rows flat'}, grouped(missingItems, day.visit.id))),
  ];
}

/** Whether there is equipment whose checklist comes only when something has been sent. */
function awaitsChecks(day, items) {
  return day.visit.kind !== 'EMERGENCY'
      && (day.devices.some((device) => device.fresh && !device.gone)
          || (isUnsentArrival(items) && !isExpected(day, items)));
}

/** Whether it is known what arrival, which is not sent yet, brings. An emergency brings nothing. */
function isExpected(day, items) {
  return isUnsentArrival(items) && (day.visit.kind === 'EMERGENCY' || day.devices.length === 0
      || day.devices.some((device) => device.checks.length > 0));
}

function isUnsentArrival(items) {
  return items.some((item) => item.kind === 'visit.start');
}

/** Each task by itself; the checks of a device in one line that leads to it. */
function grouped(missingItems, visit) {
  const rows = [];
  const devices = new Map();
  for (const item of missingItems) {
    if (item.kind === 'CHECK') {
      devices.set(item.device, [...(devices.get(item.device) ?? []), item]);
    } else if (item.kind === 'TASK') {
      rows.push(row(`#/v/${visit}/t/${item.id}`, 'tasks', item.title, item.asset, item.id));
    } else {
      rows.push(h('li', null, h('span', {class: 'row'}, icon('warn'), h('span', null, item.title))));
    }
  }
  for (const [device, checks] of devices) {
    rows.push(row(`#/v/${visit}/d/${device}`, 'devices', checks[0].asset,
        checks.length > 2 ? t('devices.left', {n: checks.length})
          : checks.map((check) => check.title).join(', '), device));
  }
  return rows.slice(0, LISTED).concat(rows.length > LISTED
      ? [h('li', {class: 'muted'}, t('finish.more', {n: rows.length - LISTED}))] : []);
}

function row(href, sign, title, more, key) {
  return h('li', {key}, h('a', {class: 'row', href}, icon(sign),
      h('span', {class: 'text'}, h('strong', null, title), more && h('span', {class: 'muted'}, more)),
      icon('go')));
}

function preview(visit) {
  const closed = visit.state === 'REPORTED';
  const path = `/api/v1/visits/${visit.id}/${closed ? 'report.html' : 'preview.html'}`;
  const reachable = now().link === 'fresh' || now().link === 'sending';
  return h('section', {key: 'preview'},
      h('h2', null, t('preview')),
      !reachable
          ? note('watch', 'offline', t('preview.offline'))
          : [
            h('p', {class: 'muted'}, t(closed ? 'preview.sent' : 'preview.hint')),
            !closed && h('iframe', {
              class: 'preview',
              title: t('preview'),
              src: path,
              sandbox: '',
              loading: 'lazy',
              referrerpolicy: 'no-referrer',
            }),
            h('p', {class: 'actions'},
                h('a', {class: 'button', href: path, target: '_blank', rel: 'noopener'},
                    icon('eye'), h('span', null, t('preview.open')))),
          ]);
}

