/** What the responsible person asks for, one after another. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {form} from '../forms.js';
import {linkButton, nothing, note, unsentMark} from '../parts.js';
import {dayOf} from '../store.js';
import {t, word} from '../texts.js';
import {missing} from './today.js';

export function wishes({visit: id}) {
  const day = dayOf(id);
  if (!day) {
    return missing();
  }
  const asked = day.tasks.filter((task) => task.source === 'client').reverse();
  const who = day.contacts.find((contact) => contact.responsible) ?? day.visit.contact;
  return {
    title: t('wishes.title'),
    back: `#/v/${id}`,
    visit: id,
    content: [
      h('h1', {tabindex: -1}, t('wishes.title')),
      h('p', {class: 'lead'}, who ? t('wishes.ask', {name: who.name}) : t('wishes.askAnybody')),
      day.visit.state === 'SCHEDULED' && note('watch', 'place', t('wishes.before')),
      form('visit.wish', {
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
