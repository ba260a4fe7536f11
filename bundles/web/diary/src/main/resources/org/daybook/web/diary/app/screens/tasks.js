/** The tasks of a visit, the most urgent first. */

import {h} from '../dom.js';
import {someDay} from '../format.js';
import {icon} from '../icons.js';
import {
  isAnswered, isClosed, linkButton, nothing, note, taskPill, taskTone, unsentMark,
} from '../parts.js';
import {changed, dayOf} from '../store.js';
import {t, word} from '../texts.js';
import {missing} from './today.js';

const PRIORITIES = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

/** What is chosen stays chosen while somebody goes in and out of tasks. */
const chosen = {state: 'open', source: ''};

const STATES = {
  open: (task) => !isAnswered(task),
  answered: isAnswered,
  all: () => true,
};

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
  const shown = ofSource.filter(STATES[chosen.state]);
  const answered = shown.filter(isAnswered);
  const open = shown.filter((task) => !isAnswered(task));
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
              }, `${t(`filter.${state}`)} ${ofSource.filter(STATES[state]).length}`))),
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
      taskRows(list, (task) => `#/v/${id}/t/${task.id}`, {zone: dayOf(id).visit.zone}));
}

/** Rows that lead to tasks; with the client's name where it is not clear, dates in a zone. */
export function taskRows(list, href, {withClient = false, zone} = {}) {
  return h('ul', {class: 'rows'}, list.map((task) => h('li', {key: task.id},
      h('a', {class: `row edge line-${edge(task)}`, href: href(task)},
          h('span', {class: 'text'},
              h('strong', null, task.title),
              h('span', {class: 'muted'}, about(task, withClient)),
              due(task, zone)),
          side(task)))));
}

/** What is still to do says so by its place; other states are named. */
function side(task) {
  const state = ['NEW', 'PLANNED'].includes(task.state) ? null : taskPill(task);
  const mark = unsentMark(`task:${task.id}`);
  return (state || mark) && h('span', {class: 'side'}, state, mark);
}

function edge(task) {
  return !isAnswered(task) && task.priority === 'URGENT' ? 'bad' : taskTone(task);
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

function due(task, zone) {
  if (!task.dueAt || isAnswered(task)) {
    return null;
  }
  const late = new Date(task.dueAt) < new Date();
  return h('span', {class: late ? 'late' : 'muted'}, late && icon('warn'),
      t(late ? 'overdue' : 'until', {day: someDay(task.dueAt, zone)}));
}
