/** What the client will read, what is still missing, and the end of the visit. */

import {actOnAll, closeAnew, stopTimer} from '../actions.js';
import {h} from '../dom.js';
import {dayAndTime, isToday, time} from '../format.js';
import {form} from '../forms.js';
import {icon} from '../icons.js';
import {
  button, deviceTone, facts, hasOpen, isAnswered, isClosed, isDone, isUnderWay, linkButton, note,
  unsentMark,
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
      isClosed(visit) && closed(day, items),
      visit.state === 'SCHEDULED' && note('plain', 'place', t('finish.before')),
      preview(visit),
    ],
  };
}

/** When it was closed, as far as that is known, and who reads of it. */
function closed({visit, report}, items) {
  const at = visit.departedAt;
  const waits = items.some((item) => item.kind === 'visit.close');
  return note(waits ? 'watch' : 'good', waits ? 'waiting' : 'done',
      at && h('p', null, isToday(at, visit.zone)
          ? t('finish.closedAt', {time: time(at, visit.zone)})
          : t('finish.closedOn', {time: dayAndTime(at, visit.zone)})),
      waits ? h('p', null, t('finish.closedUnsent')) : unsentMark(...items.map((item) => item.object)),
      readers(report, visit.state === 'REPORTED' ? 'finish.wentTo' : 'finish.goesTo')
          .map((sentence) => h('p', null, sentence)));
}

/** Who gets the report, in sentences; none if this phone does not know. */
function readers(report, name) {
  if (!report) {
    return [];
  }
  if (report.recipients.length === 0) {
    return [t('finish.goesToNobody')];
  }
  return [
    t(name, {names: report.recipients.join(', ')}),
    report.reviewFirst && t('finish.reviewed'),
  ].filter(Boolean);
}

/** What has no answer yet. */
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
  return [...tasks, ...checks];
}

function gate(day, items) {
  const missingItems = open(day);
  const stopped = before(items).filter((item) => item.state === 'stopped');
  const awaited = awaitsChecks(day, items);
  if (mayClose(day, items)) {
    return h('div', {class: 'allok'},
        owesRegulation(items) && note('bad', 'warn', t('finish.regulation')),
        day.visit.checksPlanned || isExpected(day, items)
            ? note('good', 'done', t('finish.nothingMissing'))
            : note('watch', 'waiting', t('finish.checksLater')),
        // A button, so that a second tap is not taken for the answer to what is asked then.
        button('finish', t('finish.close'), async () => {
          location.hash = `#/v/${day.visit.id}/finish/close`;
        }, true));
  }
  const left = unchecked(day).length;
  return [
    stopped.length > 0 && note('bad', 'warn',
        h('a', {href: '#/unsent'}, t('finish.stopped', {n: stopped.length}))),
    awaited && note('watch', 'waiting', t('finish.checksAwaited')),
    missingItems.length > 0 && h('section', {class: 'card'},
        h('h2', null, t('finish.missing', {n: missingItems.length})),
        h('ul', {class: 'rows flat'}, grouped(missingItems, day.visit.id)),
        left > 0 && h('p', {class: 'actions'}, linkButton(
            `#/v/${day.visit.id}/finish/skip`, 'later', t('finish.skip', {n: left})))),
  ];
}

/** Whether the server refused the closing because it could not make the checklist: nobody's to answer. */
function owesRegulation(items) {
  return items.some((item) => item.kind === 'visit.close'
      && item.trouble?.open?.some((each) => each.kind === 'REGULATION'));
}

/** What was done on the visit and is not sent. */
function before(items) {
  return items.filter((item) => item.kind !== 'visit.close');
}

function mayClose(day, items) {
  return open(day).length === 0 && !awaitsChecks(day, items)
      && before(items).every((item) => item.state !== 'stopped');
}

function unchecked(day) {
  return day.devices.filter((device) => !device.gone && hasOpen(device));
}

/** The last look before the client is told: once closed, only a manager can correct it. */
export function closing(params) {
  const {visit: id} = params;
  const day = dayOf(id);
  const items = now().items.filter((item) => item.visit === id);
  if (!day || !isUnderWay(day.visit) || !mayClose(day, items)) {
    return finish(params);
  }
  const {timer} = now();
  // It may have been started before the task came onto the visit.
  const runs = day.tasks.some((task) => task.id === timer?.task) ? timer : null;
  const tasks = day.tasks.filter((task) => task.visit === id && task.state !== 'CANCELLED');
  const there = day.devices.filter((device) => !device.gone);
  const unsent = before(items).length;
  return {
    title: t('closing.title'),
    back: `#/v/${id}/finish`,
    visit: id,
    nav: 'finish',
    content: [
      h('p', {class: 'eyebrow'}, day.visit.clientName),
      h('h1', {tabindex: -1}, t('closing.title')),
      h('section', {class: 'card'},
          facts([
            [t('closing.tasks'), t('of', {value: tasks.filter(isDone).length, max: tasks.length})],
            there.length > 0 && [t('closing.devices'), t('of', {
              value: there.filter((device) => deviceTone(device) === 'good').length,
              max: there.length,
            })],
          ].filter(Boolean)),
          readers(day.report, 'finish.goesTo').map((sentence) => h('p', null, sentence)),
          h('p', {class: 'muted'}, t('closing.hint')),
          unsent > 0 && h('p', {class: 'muted'}, t('finish.sendsFirst', {n: unsent}))),
      runs && note('watch', 'clock', t('finish.timer', {title: runs.title})),
      h('div', {class: 'actions'},
          button('finish', t('closing.close'), async () => {
            if (runs) {
              await stopTimer(id);
            }
            await closeAnew(day.visit, items);
            location.hash = `#/v/${id}/finish`;
          }, true),
          linkButton(`#/v/${id}/finish`, 'back', t('closing.notYet'))),
    ],
  };
}

/** One reason for all equipment that nobody came to look at. */
export function skipRest({visit: id}) {
  const day = dayOf(id);
  const left = day ? unchecked(day) : [];
  if (left.length === 0 || !isUnderWay(day.visit)) {
    return missing();
  }
  return {
    title: t('device.skip'),
    back: `#/v/${id}/finish`,
    visit: id,
    nav: 'finish',
    content: [
      h('h1', {tabindex: -1}, t('check.skip.title')),
      h('p', {class: 'lead'}, t('finish.skipHint')),
      h('p', null, left.map((device) => device.name).join(', ')),
      form('device.skip', {
        submit: t('keep'),
        done: async (body) => {
          await actOnAll('device.skip',
              left.map((device) => ({visit: day.visit, device})), body);
          location.hash = `#/v/${id}/finish`;
        },
      }),
    ],
  };
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
    } else {
      rows.push(row(`#/v/${visit}/t/${item.id}`, 'tasks', item.title, item.asset, item.id));
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
            !closed && h('p', {class: 'muted'}, t('preview.hint')),
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

