/** One task, and everything that can be done with it. */

import {act, forgetTimer, minutesOf, startTimer, stopTimer} from '../actions.js';
import {aside} from '../aside.js';
import {h} from '../dom.js';
import {dayAndTime, duration, relativeDay, watch} from '../format.js';
import {form, isForm} from '../forms.js';
import {historyPath} from '../outbox/sender.js';
import {button, facts, isAnswered, isClosed, linkButton, nothing, note, taskPill, unsentMark} from '../parts.js';
import {dayOf, now} from '../store.js';
import {t, word} from '../texts.js';
import {photos} from './photos.js';
import {missing} from './today.js';

/** What each role may do in each state; the server says so too. */
const ON_SITE = {
  NEW: [],
  PLANNED: ['task.start', 'task.done', 'task.notDone', 'task.handover', 'task.carryOver'],
  IN_PROGRESS: ['task.done', 'task.notDone', 'task.handover', 'task.carryOver'],
  NOT_DONE: ['task.carryOver'],
  CARRIED_OVER: ['task.plan'],
  RETURNED: ['task.plan', 'task.carryOver'],
};

const DOABLE = {
  ENGINEER: ON_SITE,
  MANAGER: ON_SITE,
  ADMIN: ON_SITE,
  SPECIALIST: {HANDED_OVER: ['task.accept'], ACCEPTED: ['task.done', 'task.return']},
  SUPPORT: Object.fromEntries(
      ['NEW', 'PLANNED', 'IN_PROGRESS', 'NOT_DONE', 'CARRIED_OVER', 'RETURNED', 'HANDED_OVER',
        'ACCEPTED'].map((state) => [state, ['task.resolveRemotely']])),
};

const SIGNS = {
  'task.start': 'play',
  'task.done': 'done',
  'task.resolveRemotely': 'done',
  'task.notDone': 'no',
  'task.handover': 'hand',
  'task.carryOver': 'later',
  'task.plan': 'back',
  'task.accept': 'done',
  'task.return': 'back',
};

/** What needs no words happens at once. */
const AT_ONCE = ['task.start', 'task.accept', 'task.plan'];

function find({visit, task: id}) {
  const list = visit ? dayOf(visit)?.tasks : now().diary?.tasks;
  const task = list?.find((each) => each.id === id);
  return {task, zone: visit && dayOf(visit)?.visit.zone, home: visit ? `#/v/${visit}/t/${id}` : `#/t/${id}`,
    back: visit ? `#/v/${visit}/tasks` : '#/'};
}

export function taskScreen(params) {
  const {task, zone, home, back} = find(params);
  if (!task) {
    return missing();
  }
  const {who} = now();
  const over = isClosed(dayOf(params.visit)?.visit ?? {});
  const doable = (DOABLE[who.role]?.[task.state] ?? [])
      .filter((kind) => !over || kind !== 'task.plan');
  const times = ['ENGINEER', 'MANAGER', 'ADMIN', 'SPECIALIST'].includes(who.role);
  return {
    title: t('task.title'),
    back,
    visit: params.visit,
    nav: 'tasks',
    content: [
      h('div', {class: 'line'}, taskPill(task),
          ['HIGH', 'URGENT'].includes(task.priority)
              && h('span', {class: 'pill bad'}, word('priority', task.priority)),
          unsentMark(`task:${task.id}`)),
      h('h1', {tabindex: -1}, task.title),
      task.description && h('p', {class: 'typed'}, task.description),
      outcome(task),
      doable.length > 0 && h('div', {class: 'actions'}, doable.map((kind, index) => (
        AT_ONCE.includes(kind)
            ? button(SIGNS[kind], t(`do.${kind}`), () => atOnce(kind, task, params), index === 0,
                {key: kind})
            : linkButton(`${home}/do/${kind}`, SIGNS[kind], t(`do.${kind}`), index === 0)))),
      task.state === 'NEW' && who.role === 'ENGINEER' && note('plain', 'place', t('task.waits')),
      times && time(task, home),
      h('section', {class: 'card', key: 'comments'},
          h('h2', null, t('comments')),
          task.comments.length > 0
              ? h('ul', {class: 'talk'}, task.comments.map((comment) => h('li', null,
                  h('p', {class: 'typed'}, comment.text),
                  h('p', {class: 'muted'}, `${comment.by}, ${dayAndTime(comment.at, zone)}`))))
              : nothing(t('comments.none')),
          form('task.comment', {
            submit: t('comments.add'),
            sign: 'wish',
            draft: `${home}/comment`,
            done: (body) => act('task.comment', task, body),
          })),
      who.role !== 'SUPPORT' && photos(task),
      h('section', {class: 'card', key: 'facts'},
          h('h2', null, t('task.facts')),
          facts([
            [t('fact.source'), word('source', task.source)],
            [t('fact.priority'), word('priority', task.priority)],
            [t('fact.device'), task.device],
            [t('fact.client'), params.visit ? null : task.clientName],
            [t('fact.project'), task.project],
            [t('fact.due'), task.dueAt && relativeDay(task.dueAt, zone)],
            [t('fact.created'), task.createdAt && dayAndTime(task.createdAt, zone)],
            [t('fact.carried'), task.carriedOver > 0 && t('carried', {n: task.carriedOver})],
            [t('fact.occurrences'),
              task.occurrences > 1 && t('occurrences', {n: task.occurrences})],
            [t('fact.engineer'), task.engineerName],
          ]),
          history(task, zone)),
    ],
  };
}

function outcome(task) {
  const texts = [
    task.specialistName && ['HANDED_OVER', 'ACCEPTED'].includes(task.state)
        && h('p', null, t('with', {name: task.specialistName})),
    task.result && h('p', {class: 'typed'}, task.result),
    task.reason && h('p', {class: 'typed'}, task.reason),
  ].filter(Boolean);
  return texts.length > 0
      && note(['DONE', 'RESOLVED_REMOTELY'].includes(task.state) ? 'good' : 'watch',
          ['DONE', 'RESOLVED_REMOTELY'].includes(task.state) ? 'done' : 'wish', ...texts);
}

function atOnce(kind, task, params) {
  return act(kind, task, kind === 'task.plan' ? {visit: params.visit} : null);
}

function time(task, home) {
  const {timer, who} = now();
  const mine = timer?.task === task.id;
  // On no visit yet, and not a specialist's: its time would be recorded on none.
  const waits = !task.visit && who.role !== 'SPECIALIST';
  return h('section', {class: 'card', key: 'time'},
      h('div', {class: 'line'}, h('h2', null, t('time')),
          h('strong', null, task.minutes > 0 ? duration(task.minutes) : t('time.none'))),
      (mine || !waits) && h('div', {class: 'timer'},
          mine
              ? button('stop', t('time.stop'), () => stopTimer(task.visit), true, {key: 'stop'})
              : button('play', t('time.start'), () => startTimer(task), false, {key: 'start'}),
          h('span', {
            role: 'timer',
            'aria-live': 'off',
            'aria-label': t('time.running'),
            class: 'watch',
            'data-since': mine ? timer.since : null,
          }, mine ? watch(Date.now() - timer.since) : '0:00:00')),
      timer && !mine && !waits && h('p', {class: 'muted'}, t('time.other', {title: timer.title})),
      !isAnswered(task) || task.state === 'ACCEPTED'
          ? h('p', null, h('a', {class: 'quiet', href: `${home}/do/task.time`}, t('time.type')))
          : null);
}

function history(task, zone) {
  const known = task.version === null ? null : aside(historyPath(task.id));
  const entries = known?.items ?? [];
  return entries.length > 0 && h('details', {class: 'history'},
      h('summary', null, t('history')),
      h('ol', {class: 'talk'}, entries.map((entry) => h('li', null,
          h('p', {class: 'typed'},
              [word('event', entry.event), entry.text].filter(Boolean).join(': ')),
          (entry.changes ?? []).map((change) => h('p', {class: 'typed'}, changed(change, zone))),
          h('p', {class: 'muted'}, `${named(entry.who)}, ${dayAndTime(entry.at, zone)}`)))));
}

const SOURCE = 'source:';

/** What came by itself came from a part of the platform. */
function named(who) {
  return who.startsWith(SOURCE) ? word('source', who.slice(SOURCE.length)) : who;
}

function changed({field, from, to}, zone) {
  const values = [from, to].map((value) => (value === null ? '—' : said(field, value, zone)));
  return `${word('change', field)}: ${from === null ? values[1] : values.join(' → ')}`;
}

function said(field, value, zone) {
  if (field === 'dueAt') {
    return dayAndTime(value, zone);
  }
  return field === 'priority' ? word('priority', value) : value;
}

/** The form of one action. */
export function taskForm(params) {
  const {task, home, back} = find(params);
  const {kind} = params;
  if (!task || !kind.startsWith('task.') || !isForm(kind)) {
    return missing();
  }
  const {timer} = now();
  const running = timer?.task === task.id ? minutesOf(timer) : undefined;
  const withTime = kind === 'task.done' || kind === 'task.time';
  return {
    title: t(`do.${kind}`),
    back: home,
    visit: params.visit,
    nav: 'tasks',
    content: [
      h('p', {class: 'eyebrow'}, task.title),
      h('h1', {tabindex: -1}, t(`do.${kind}`)),
      hint(kind),
      form(kind, {
        values: withTime ? {minutes: running} : {},
        submit: t(`do.${kind}`),
        sign: SIGNS[kind] ?? 'clock',
        done: async (body) => {
          if (kind === 'task.done' && task.state === 'PLANNED') {
            // What is finished was begun.
            await act('task.start', task);
          }
          await act(kind, task, body, kind === 'task.handover' ? {names: {
            specialist: now().diary.specialists.find((p) => p.id === body.specialist)?.name,
          }} : {});
          if (withTime && running !== undefined) {
            await forgetTimer();
          }
          location.hash = ['task.time', 'task.comment'].includes(kind) ? home : back;
        },
      }),
    ],
  };
}

function hint(kind) {
  return t(`hint.${kind}`) !== `hint.${kind}` && h('p', {class: 'lead'}, t(`hint.${kind}`));
}
