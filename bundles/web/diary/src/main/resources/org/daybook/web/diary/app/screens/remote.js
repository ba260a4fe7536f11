/** What was fixed without anybody going there, in three fields. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {form} from '../forms.js';
import {nothing, note} from '../parts.js';
import {now} from '../store.js';
import {t} from '../texts.js';

let recorded = 0;

export function remote() {
  const {diary} = now();
  return {
    title: t('remote.title'),
    back: '#/',
    nav: 'remote',
    content: [
      h('h1', {tabindex: -1}, t('remote.title')),
      h('p', {class: 'lead'}, t('remote.hint')),
      h('div', {role: 'status'},
          recorded > 0 && note('good', 'done', t('remote.recorded', {n: recorded}))),
      diary?.clients.length > 0
          ? form('remote.fix', {
            submit: t('remote.record'),
            done: async (body, element) => {
              await act('remote.fix', null, body);
              recorded += 1;
              element.querySelector('select').focus();
            },
          })
          : nothing(t('loading')),
    ],
  };
}
