/** What was fixed without anybody going there, in three fields. */

import {act} from '../actions.js';
import {h} from '../dom.js';
import {form} from '../forms.js';
import {nothing, note} from '../parts.js';
import {now} from '../store.js';
import {t} from '../texts.js';

/** The keys of what was recorded since somebody came here. */
const recorded = new Set();

addEventListener('hashchange', () => recorded.clear());

export function remote() {
  const {diary, items} = now();
  const refused = items.filter((item) => item.state === 'stopped' && recorded.has(item.key));
  const n = recorded.size - refused.length;
  return {
    title: t('remote.title'),
    back: '#/',
    nav: 'remote',
    content: [
      h('h1', {tabindex: -1}, t('remote.title')),
      h('p', {class: 'lead'}, t('remote.hint')),
      h('div', {role: 'status'},
          n > 0 && note('good', 'done', t('remote.recorded', {n}))),
      diary?.clients.length > 0
          ? form('remote.fix', {
            submit: t('remote.record'),
            done: async (body, element) => {
              recorded.add(await act('remote.fix', null, body));
              element.querySelector('select').focus();
            },
          })
          : nothing(t(diary ? 'remote.noClients' : 'loading')),
    ],
  };
}
