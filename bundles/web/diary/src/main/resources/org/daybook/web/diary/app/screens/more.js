/** Who I am, in what language, and what else there is. */

import {call} from '../api.js';
import {h} from '../dom.js';
import {icon} from '../icons.js';
import {button, linkButton, note} from '../parts.js';
import {changed, now} from '../store.js';
import {chooseLanguage, languageNow, LANGUAGES, t, word} from '../texts.js';

export function more() {
  const {who, items, others} = now();
  return {
    title: t('more.title'),
    back: '#/',
    nav: 'none',
    content: [
      h('h1', {tabindex: -1}, t('more.title')),
      who && h('section', {class: 'card'},
          h('div', {class: 'whoami'}, icon('person'), h('div', null, h('strong', null, who.name),
              h('p', {class: 'muted'}, word('role', who.role))))),
      h('section', {class: 'card'},
          h('h2', {id: 'languages'}, t('more.language')),
          h('div', {class: 'chips', role: 'group', 'aria-labelledby': 'languages'},
              LANGUAGES.map((language) => h('button', {
                type: 'button',
                class: 'chip',
                lang: language,
                'aria-pressed': String(language === languageNow()),
                on: {click: async () => {
                  await chooseLanguage(language);
                  changed();
                }},
              }, {ru: 'Русский', en: 'English'}[language])))),
      h('section', {class: 'card'},
          h('h2', null, t('more.phone')),
          h('p', null, t('more.phoneText')),
          items.length > 0 && note('watch', 'waiting', t('more.unsent', {n: items.length})),
          others > 0 && note('plain', 'person', t('unsent.others', {n: others})),
          h('p', {class: 'actions'},
              linkButton('#/unsent', 'waiting', t('unsent.title')),
              linkButton('/devices', 'devices', t('more.account')),
              button('no', t('more.signOut'), signOut))),
    ],
  };
}

/** What is not sent stays on the phone, and is sent when its person signs in again. */
async function signOut() {
  await call('DELETE', '/session');
  location.assign('/login?next=/diary');
}
