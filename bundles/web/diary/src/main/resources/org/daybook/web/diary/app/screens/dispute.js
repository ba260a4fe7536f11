/** What a client misses in a report, and what its engineer says to that. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {date} from '../format.js';
import {form} from '../forms.js';
import {linkButton, note, pill, unsentMark} from '../parts.js';
import {now, unsent} from '../store.js';
import {t} from '../texts.js';
import {missing} from './today.js';

/** Those that wait for an answer; null if there is none. */
export function disputes() {
  const waiting = now().diary?.disputes ?? [];
  return waiting.length > 0 && h('section', null,
      h('h2', null, t('disputes.title')),
      h('ul', {class: 'rows'}, waiting.map((dispute) => h('li', {key: dispute.id},
          h('a', {class: 'row wraps', href: `#/disputes/${dispute.id}`},
              h('span', {class: 'text'},
                  h('strong', null, dispute.title),
                  h('span', {class: 'muted'}, `${dispute.clientName} · ${date(dispute.openedAt)}`)),
              unsentMark(`dispute:${dispute.id}`)
                  ?? pill('watch', 'wish', t('dispute.answer')))))));
}

function answer(dispute) {
  return form('dispute.answer', {
    values: {text: dispute.answer ?? ''},
    submit: t('dispute.answer'),
    done: async (body) => {
      await act('dispute.answer', dispute, body);
      location.hash = '#/';
    },
  });
}

export function disputeScreen({dispute: id}) {
  const dispute = (now().diary?.disputes ?? []).find((each) => each.id === id);
  if (!dispute) {
    return missing();
  }
  return {
    title: dispute.title,
    back: '#/',
    content: [
      h('p', {class: 'eyebrow'}, dispute.clientName),
      h('h1', {tabindex: -1}, dispute.title),
      dispute.text && h('p', {class: 'typed'}, dispute.text),
      h('p', {class: 'muted'}, t('dispute.what', {
        visit: date(dispute.visitAt, dispute.zone),
        day: date(dispute.openedAt, dispute.zone),
      })),
      dispute.penalty && note('watch', 'warn', t(dispute.answer ? 'dispute.penalty.heard' : 'dispute.penalty')),
      unsent(`dispute:${id}`).length > 0
          ? note('bad', 'warn', h('a', {href: '#/unsent'}, t('dispute.refused')))
          : answer(dispute),
      h('p', null, linkButton(`/board/disputes/${id}`, 'go', t('dispute.more'))),
    ],
  };
}
