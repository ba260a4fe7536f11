/** What the responsible person asks for, one after another. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {form} from '../forms.js';
import {isClosed, linkButton, nothing, unsentMark} from '../parts.js';
import {dayOf, unsent} from '../store.js';
import {t, word} from '../texts.js';
import {missing} from './today.js';

/** Whether a task was asked for at this visit, and not before. */
function isOfToday(task, visit) {
  const isNew = visit.arrivedAt
      ? new Date(task.createdAt) >= new Date(visit.arrivedAt) : task.visit === visit.id;
  return task.source === 'client' && (isNew || unsent(`task:${task.id}`).length > 0);
}

export function wishes({visit: id}) {
  const day = dayOf(id);
  if (!day) {
    return missing();
  }
  const asked = day.tasks.filter((task) => isOfToday(task, day.visit)).reverse();
  const who = day.contacts.find((contact) => contact.responsible) ?? day.visit.contact;
  return {
    title: t('wishes.title'),
    back: `#/v/${id}`,
    visit: id,
    content: [
      h('h1', {tabindex: -1}, t('wishes.title')),
      h('p', {class: 'lead'}, who ? t('wishes.ask', {name: who.name}) : t('wishes.askAnybody')),
      !isClosed(day.visit) && form('visit.wish', {
        submit: t('wishes.add'),
        sign: 'add',
        done: async (body, element) => {
          await act('visit.wish', day.visit, body);
          element.querySelector('input').focus();
        },
      }),
      h('section', {'aria-live': 'polite'},
          h('h2', null, t('wishes.asked', {n: asked.length})),
          asked.length === 0
              ? nothing(t('wishes.none'))
              : h('ul', {class: 'rows'}, asked.map((task) => h('li', {key: task.id},
                  h('a', {class: 'row', href: `#/v/${id}/t/${task.id}`},
                      h('span', {class: 'text'}, h('strong', null, task.title),
                          h('span', {class: 'muted'}, word('priority', task.priority))),
                      unsentMark(`task:${task.id}`)))))),
      h('p', {class: 'actions'},
          linkButton(`#/v/${id}/tasks`, 'tasks', t('wishes.thatsAll'), asked.length > 0)),
    ],
  };
}
