/** Texts in the language of the person, with the right plural forms. */

let words = {};
let language = 'en';
let plurals = new Intl.PluralRules('en');

export const LANGUAGES = ['ru', 'en'];

/** The language that was chosen on this phone, or else that of the phone. */
export function usualLanguage() {
  const chosen = localStorage.getItem('daybook-language');
  if (LANGUAGES.includes(chosen)) {
    return chosen;
  }
  return (navigator.languages ?? [navigator.language]).some((tag) => /^ru\b/.test(tag)) ? 'ru' : 'en';
}

/** Reads the texts of a language. */
export async function speak(chosen) {
  const response = await fetch(new URL(`./texts/${chosen}.json`, import.meta.url));
  words = await response.json();
  language = chosen;
  plurals = new Intl.PluralRules(chosen);
  document.documentElement.lang = chosen;
}

export function chooseLanguage(chosen) {
  localStorage.setItem('daybook-language', chosen);
  return speak(chosen);
}

export function languageNow() {
  return language;
}

/**
 * A text.
 *
 * @param {string} name
 * @param {Object} values what stands in {braces}; n also chooses the plural form
 */
export function t(name, values = {}) {
  let text = words[name];
  if (text !== null && typeof text === 'object') {
    text = text[plurals.select(values.n)] ?? text.other;
  }
  return (text ?? name).replace(/\{(\w+)\}/g, (all, value) => values[value] ?? all);
}

/** A text for a constant of the server; the constant itself if there is none. */
export function word(group, constant) {
  const name = `${group}.${constant}`;
  return words[name] === undefined ? String(constant) : t(name);
}
