/** Who I am, in what language, and what else there is. */

import {call} from '../api.js';
import {dropNote, forgetAnswers} from '../db.js';
import {h} from '../dom.js';
import {forgetDrafts} from '../forms.js';
import {icon} from '../icons.js';
import {button, linkButton, note} from '../parts.js';
import {changed, now} from '../store.js';
import {chooseLanguage, languageNow, LANGUAGES, t, word} from '../texts.js';

/** Whether signing out was tried in vain. */
let failed = false;

addEventListener('hashchange', () => { failed = false; });

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
              button('no', t('more.signOut'), signOut)),
          h('div', {role: 'status'}, failed && note('bad', 'offline', t('more.signOutFailed')))),
    ],
  };
}

/**
 * What is not sent stays on the phone, and is sent when its person signs in again; all else of them
 * goes. As long as the server does not know of it nobody is signed out, and nobody shall think so.
 */
async function signOut() {
  const {who} = now();
  const reply = await call('DELETE', '/session');
  failed = ![204, 401].includes(reply.status);
  if (failed) {
    changed();
    return;
  }
  if (who) {
    await dropNote('who');
    await forgetAnswers(who.id);
    forgetDrafts();
  }
  location.assign('/login?next=/diary');
}
