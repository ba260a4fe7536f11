/** One piece of equipment: why it is red, and its checklist. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {day as date, someDay} from '../format.js';
import {form, isForm} from '../forms.js';
import {icon} from '../icons.js';
import {knownProblem} from '../outbox/effects.js';
import {
  button, DEVICE_SIGNS, deviceTone, facts, hasOpen, isUnderWay, linkButton, nothing, note, pill,
  unsentMark,
} from '../parts.js';
import {dayOf} from '../store.js';
import {t, word} from '../texts.js';
import {inGridOrder} from './devices.js';
import {taskRows} from './tasks.js';
import {missing} from './today.js';

const TONES = {good: 'good', bad: 'bad', todo: 'plain', gone: 'plain'};

const ANSWERS = {
  OPEN: ['plain', 'open'],
  OK: ['good', 'done'],
  PROBLEM: ['bad', 'warn'],
  SKIPPED: ['watch', 'later'],
};

function find({visit, device: id, check}) {
  const day = dayOf(visit);
  const device = day?.devices.find((each) => each.id === id);
  return {day, device, check: device?.checks.find((each) => [each.item, each.id].includes(check))};
}

export function deviceScreen(params) {
  const {day, device} = find(params);
  if (!device) {
    return missing();
  }
  const {visit} = day;
  const home = `#/v/${visit.id}/d/${device.id}`;
  const tone = deviceTone(device);
  const works = isUnderWay(visit) && !device.gone;
  return {
    title: device.name,
    back: `#/v/${visit.id}/devices`,
    visit: visit.id,
    nav: 'devices',
    content: [
      h('div', {class: 'line'},
          pill(TONES[tone], DEVICE_SIGNS[tone], t(`tile.${tone}`)),
          unsentMark(`device:${device.id}`)),
      h('h1', {tabindex: -1}, device.name),
      facts([
        [t('field.kind'), word('kind', device.kind)],
        [t('field.hostname'), device.hostname],
        [t('field.inventoryNumber'), device.inventoryNumber],
      ]),
      device.gone && note('watch', 'no', t('device.isGone'), h('p', {class: 'typed'}, device.gone)),
      device.fresh && note('plain', 'add', t('device.fresh')),
      faults(device, visit),
      tasksOf(device, day),
      works && (hasOpen(device) ? atOnce(device, visit, home) : next(day, device)),
      device.checks.length > 0
          ? h('ul', {class: 'checks'},
              device.checks.map((check) => checkRow(check, visit, device, home, works)))
          : expected(device, visit),
      works && h('p', {class: 'actions'},
          linkButton(`${home}/gone`, 'no', t('device.gone'))),
    ],
  };
}

/** Everything that is open in one tap; what is known to be wrong is answered by itself. */
function atOnce(device, visit, home) {
  const open = device.checks.filter((check) => check.state === 'OPEN');
  const known = open.filter((check) => knownProblem(device, check)).length;
  const n = open.length - known;
  return h('div', {class: 'allok'},
      n > 0 && button('done', t(known > 0 ? 'device.restOk' : 'device.allOk', {n}),
          () => act('device.ok', {visit, device}), true, {key: 'ok'}),
      (known > 0 || n > 1)
          && h('p', {class: 'muted'}, t(known > 0 ? 'device.knownHint' : 'device.allOkHint')),
      h('p', {class: 'actions'}, linkButton(`${home}/skip`, 'later', t('device.skip'))));
}

/** Where to go from a device that is answered: on through the grid, and in the end to the report. */
function next(day, device) {
  if (device.checks.length === 0) {
    return null;
  }
  const list = inGridOrder(day.devices.filter((each) => !each.gone));
  const place = list.findIndex((each) => each.id === device.id);
  const rest = [...list.slice(place + 1), ...list.slice(0, place)].filter(hasOpen);
  return h('p', {class: 'actions'}, rest.length > 0
      ? linkButton(`#/v/${day.visit.id}/d/${rest[0].id}`, 'go',
          t('device.next', {name: rest[0].name, n: rest.length}), true)
      : linkButton(`#/v/${day.visit.id}/finish`, 'finish', t('device.last'), true));
}

/** What will be asked, before arrival. */
function expected(device, visit) {
  if (visit.state !== 'SCHEDULED') {
    return !device.fresh && nothing(t('device.noChecks'));
  }
  return device.expected
      ? h('section', {class: 'card', key: 'expected'},
          h('h2', null, t('device.expected')),
          h('ul', {class: 'plain-list'}, device.expected.map(
              (check) => h('li', {key: check.item}, titled(check)))))
      : nothing(t('device.noChecksYet'));
}

function titled(check) {
  return [check.title, !check.mandatory && h('span', {class: 'muted'}, ` ${t('check.optional')}`)];
}

/** What a check is called in addresses: the same before and after the server has made it. */
function nameOf(check) {
  return check.item ?? check.id;
}

function faults(device, visit) {
  const monitoring = device.reasons.filter((reason) => reason.what === 'MONITORING');
  const problems = device.reasons.filter((reason) => reason.what === 'PROBLEM');
  return [
    monitoring.length > 0 && h('section', {class: 'card bad-edge', key: 'monitoring'},
        h('h2', null, icon('watch'), t('monitoring')),
        h('ul', {class: 'plain-list'}, monitoring.map((reason) => reasonRow(reason, visit))),
        h('p', {class: 'muted'}, t('monitoring.hint'))),
    problems.length > 0 && h('section', {class: 'card bad-edge', key: 'problems'},
        h('h2', null, icon('warn'), t('problems')),
        h('ul', {class: 'plain-list'}, problems.map((reason) => reasonRow(reason, visit)))),
  ];
}

/** What somebody asked to be done about it: whoever stands before it need not look for that. */
function tasksOf(device, {tasks, visit}) {
  const list = tasks.filter((task) => task.asset === device.id && task.state !== 'CANCELLED');
  return list.length > 0 && h('section', {key: 'tasks'},
      h('h2', null, t('device.tasks'), h('span', {class: 'count'}, ` ${list.length}`)),
      taskRows(list, (task) => `#/v/${visit.id}/t/${task.id}`, {visit}));
}

function reasonRow(reason, visit) {
  return h('li', null,
      h('strong', null, reason.problem),
      reason.action && h('p', null, reason.action),
      h('p', {class: 'muted'}, [
        reason.since && t('since', {day: date(reason.since, visit.zone)}),
        reason.owner,
        reason.dueAt && t('until', {day: someDay(reason.dueAt, visit.zone)}),
      ].filter(Boolean).join(' · ')));
}

function checkRow(check, visit, device, home, works) {
  const [tone, sign] = ANSWERS[check.state];
  const known = knownProblem(device, check);
  const address = `${home}/c/${encodeURIComponent(nameOf(check))}`;
  return h('li', {class: `check-row line-${tone}`, key: nameOf(check)},
      h('div', {class: 'line'},
          h('span', {class: 'check-title'}, titled(check)),
          check.state !== 'OPEN' && pill(tone, sign, word('check', check.state)),
          unsentMark(`check:${check.id}`)),
      check.description && h('p', {class: 'typed'}, check.description),
      check.action && h('p', {class: 'typed muted'}, t('action.is', {text: check.action})),
      check.dueAt && h('p', {class: 'muted'},
          t('until', {day: someDay(check.dueAt, visit.zone)})),
      check.reason && h('p', {class: 'typed'}, check.reason),
      known && note('bad', 'warn', h('p', null, t('check.known')),
          h('p', {class: 'typed'}, known.description),
          known.action && h('p', {class: 'typed'}, t('action.is', {text: known.action}))),
      works && h('div', {class: 'answers', role: 'group', 'aria-label': check.title},
          answer(check, 'OK', 'done', known ? 'check.mended' : 'check.ok',
              () => check.state !== 'OK'
                  && act('check.answer', {visit, device, check}, {result: 'OK'})),
          answer(check, 'PROBLEM', 'warn', known ? 'check.stillBroken' : 'check.problem',
              () => go(`${address}/problem`)),
          answer(check, 'SKIPPED', 'later', 'check.skip', () => go(`${address}/skip`))));
}

/** All three stay where they are, whatever is chosen: a thumb finds them again. */
function answer(check, result, sign, text, click) {
  return button(sign, t(text), click, false, {
    key: result,
    class: `button small ${ANSWERS[result][0]}`,
    'aria-pressed': String(check.state === result),
  });
}

function go(address) {
  location.hash = address;
}

const RESULTS = {problem: 'PROBLEM', skip: 'SKIPPED'};

/** What is wrong, or why nobody looked. */
export function checkForm(params) {
  const {day, device, check} = find(params);
  const kind = `check.${params.answer}`;
  if (!check || !isForm(kind)) {
    return missing();
  }
  const {visit} = day;
  const home = `#/v/${visit.id}/d/${device.id}`;
  return {
    title: t(kind),
    back: home,
    visit: visit.id,
    nav: 'devices',
    content: [
      h('p', {class: 'eyebrow'}, `${device.name}: ${check.title}`),
      h('h1', {tabindex: -1}, t(`${kind}.title`)),
      form(kind, {
        values: (params.answer === 'problem' && knownProblem(device, check)) || check,
        zone: visit.zone,
        submit: t('keep'),
        done: async (body) => {
          await act('check.answer', {visit, device, check},
              {result: RESULTS[params.answer], ...body});
          location.hash = home;
        },
      }),
    ],
  };
}

/** Nobody looked at it: why, for all of its checks. */
export function skipForm(params) {
  const {day, device} = find(params);
  if (!device) {
    return missing();
  }
  const home = `#/v/${day.visit.id}/d/${device.id}`;
  const n = device.checks.filter((check) => check.state === 'OPEN').length;
  return {
    title: t('device.skip'),
    back: home,
    visit: day.visit.id,
    nav: 'devices',
    content: [
      h('p', {class: 'eyebrow'}, device.name),
      h('h1', {tabindex: -1}, t('check.skip.title')),
      h('p', {class: 'lead'}, t('device.skipHint', {n})),
      form('device.skip', {
        submit: t('keep'),
        done: async (body) => {
          await act('device.skip', {visit: day.visit, device}, body);
          location.hash = home;
        },
      }),
    ],
  };
}

/** It is not there any more. */
export function goneForm(params) {
  const {day, device} = find(params);
  if (!device) {
    return missing();
  }
  const home = `#/v/${day.visit.id}/d/${device.id}`;
  return {
    title: t('device.gone'),
    back: home,
    visit: day.visit.id,
    nav: 'devices',
    content: [
      h('p', {class: 'eyebrow'}, device.name),
      h('h1', {tabindex: -1}, t('device.gone')),
      h('p', {class: 'lead'}, t('device.goneHint')),
      form('device.gone', {
        submit: t('device.gone'),
        sign: 'no',
        done: async (body) => {
          await act('device.gone', {visit: day.visit, device}, body);
          location.hash = `#/v/${day.visit.id}/devices`;
        },
      }),
    ],
  };
}
