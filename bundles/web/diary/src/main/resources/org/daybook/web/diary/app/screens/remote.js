/** What remote support writes down: what was fixed without anybody going there, and what was not. */

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
  return recording('remote.fix', {
    title: t('remote.title'), hint: t('remote.hint'), submit: t('remote.record'),
    count: (n) => t('remote.recorded', {n}),
  });
}

/** What could not be fixed from afar goes to the next visit. */
export function passOn() {
  return recording('remote.pass', {
    title: t('pass.title'), hint: t('pass.hint'), submit: t('pass.on'),
    count: (n) => t('pass.passed', {n}),
  });
}

/** One form, again and again. */
function recording(kind, {title, hint, submit, count}) {
  const {diary, items} = now();
  const refused = items.filter((item) => item.state === 'stopped' && recorded.has(item.key));
  const n = recorded.size - refused.length;
  return {
    title,
    back: '#/',
    nav: kind === 'remote.fix' ? 'remote' : 'pass',
    content: [
      h('h1', {tabindex: -1}, title),
      h('p', {class: 'lead'}, hint),
      h('div', {role: 'status'}, n > 0 && note('good', 'done', count(n))),
      diary?.clients.length > 0
          ? form(kind, {
            submit,
            done: async (body, element) => {
              recorded.add(await act(kind, null, body));
              element.querySelector('select').focus();
            },
          })
          : nothing(t(diary ? 'remote.noClients' : 'loading')),
    ],
  };
}
