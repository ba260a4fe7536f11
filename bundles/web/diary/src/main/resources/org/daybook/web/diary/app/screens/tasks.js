/** The tasks of a visit, the most urgent first. */

import {h} from '../dom.js';
import {someDay} from '../format.js';
import {icon} from '../icons.js';
import {
  isClosed, isToDo, linkButton, nothing, note, taskPill, taskTone, unsentMark,
} from '../parts.js';
import {changed, dayOf} from '../store.js';
import {t, word} from '../texts.js';
import {missing} from './today.js';

const PRIORITIES = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

/** What is chosen stays chosen while somebody goes in and out of tasks. */
const chosen = {state: 'open', source: ''};

const STATES = {
  open: isToDo,
  answered: (task, visit) => !isToDo(task, visit),
  all: () => true,
};

/** What was promised before comes first, in the order of the server otherwise. */
function byPromise(a, b) {
  return Number(b.carriedOver > 0) - Number(a.carriedOver > 0);
}

export function tasks({visit: id}) {
  const day = dayOf(id);
  if (!day) {
    return missing();
  }
  const sources = [...new Set(day.tasks.map((task) => task.source))].sort();
  if (!sources.includes(chosen.source)) {
    // It was chosen at another visit.
    chosen.source = '';
  }
  const ofSource = day.tasks.filter((task) => chosen.source === '' || task.source === chosen.source);
  const isIn = (state) => (task) => STATES[state](task, day.visit);
  const shown = ofSource.filter(isIn(chosen.state));
  const answered = shown.filter(isIn('answered'));
  const open = shown.filter(isIn('open')).sort(byPromise);
  return {
    title: t('tasks.title'),
    back: `#/v/${id}`,
    visit: id,
    nav: 'tasks',
    content: [
      h('h1', {tabindex: -1}, t('tasks.title')),
      day.visit.state === 'SCHEDULED' && note('plain', 'eye', t('tasks.before')),
      h('div', {class: 'filters'},
          h('div', {class: 'chips', role: 'group', 'aria-label': t('filter.state')},
              Object.keys(STATES).map((state) => h('button', {
                type: 'button',
                class: 'chip',
                'aria-pressed': String(chosen.state === state),
                on: {click: () => choose({state})},
              }, `${t(`filter.${state}`)} ${ofSource.filter(isIn(state)).length}`))),
          sources.length > 1 && h('select', {
            'aria-label': t('filter.source'),
            on: {change: (event) => choose({source: event.target.value})},
          },
          h('option', {value: '', selected: chosen.source === ''}, t('filter.everySource')),
          sources.map((source) => h('option',
              {value: source, selected: chosen.source === source}, word('source', source))))),
      PRIORITIES.map((priority) => group(id, word('priority', priority),
          open.filter((task) => task.priority === priority))),
      group(id, t('tasks.answered'), answered),
      shown.length === 0 && nothing(t(chosen.state === 'open' && chosen.source === '' && day.tasks.length > 0
          ? 'tasks.allDone' : 'tasks.none')),
      !isClosed(day.visit) && h('p', {class: 'actions'},
          linkButton(`#/v/${id}/wishes`, 'wish', t('wishes.add'))),
    ],
  };
}

function choose(what) {
  Object.assign(chosen, what);
  changed();
}

function group(id, name, list) {
  return list.length > 0 && h('section', {key: name},
      h('h2', null, name, h('span', {class: 'count'}, ` ${list.length}`)),
      taskRows(list, (task) => `#/v/${id}/t/${task.id}`, {visit: dayOf(id).visit}));
}

/** Rows that lead to tasks: of a visit, or of several clients, who are named then. */
export function taskRows(list, href, {withClient = false, visit} = {}) {
  return h('ul', {class: 'rows'}, list.map((task) => h('li', {key: task.id},
      h('a', {class: `row edge line-${edge(task, visit)}`, href: href(task)},
          h('span', {class: 'text'},
              h('strong', null, task.title),
              h('span', {class: 'muted'}, about(task, withClient)),
              due(task, visit)),
          side(task)))));
}

/** What is still to do says so by its place; other states are named. */
function side(task) {
  const state = ['NEW', 'PLANNED'].includes(task.state) ? null : taskPill(task);
  const mark = unsentMark(`task:${task.id}`);
  return (state || mark) && h('span', {class: 'side'}, state, mark);
}

function edge(task, visit) {
  return isToDo(task, visit) && task.priority === 'URGENT' ? 'bad' : taskTone(task);
}

function about(task, withClient) {
  return [
    withClient && task.clientName,
    word('source', task.source),
    task.device,
    task.project,
    task.occurrences > 1 && t('occurrences', {n: task.occurrences}),
    task.carriedOver > 0 && t('carried', {n: task.carriedOver}),
  ].filter(Boolean).join(' · ');
}

function due(task, visit) {
  if (!task.dueAt || !isToDo(task, visit)) {
    return null;
  }
  const late = new Date(task.dueAt) < new Date();
  return h('span', {class: late ? 'late' : 'muted'}, late && icon('warn'),
      t(late ? 'overdue' : 'until', {day: someDay(task.dueAt, visit?.zone)}));
}
