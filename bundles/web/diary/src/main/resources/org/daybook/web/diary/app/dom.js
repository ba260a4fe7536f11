/**
 * Elements from data. Texts become text nodes, never markup: nothing that anybody typed can run.
 */

const HANDLERS = Symbol('handlers');
const SVG = 'http://www.w3.org/2000/svg';
const EVENTS = ['click', 'submit', 'input', 'change', 'keydown'];
const PRESSES = ['click', 'submit'];

/** How long after something was done another tap belongs to the same, in milliseconds. */
const DOUBLE_TAP = 600;

/** How far from each other two taps are on the same place, in pixels. */
const SAME_PLACE = 24;

/** Elements whose handler is at work. */
const busy = new WeakSet();

/** The newest click, and the newest that did something. */
let tap = null;
let acted = null;

/**
 * An element.
 *
 * @param {string} tag
 * @param {Object|null} props attributes; `on` holds handlers by event, `key` tells siblings apart;
 *     false, null and undefined are left out, true is an attribute without value
 * @param {...*} children elements, texts, numbers, or arrays of them; false, null and undefined
 *     are left out
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  fill(element, props ?? {}, children);
  return element;
}

/** A drawing of one path or several, 24 by 24, hidden from screen readers. */
export function drawing(paths) {
  const svg = document.createElementNS(SVG, 'svg');
  fill(svg, {viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false'}, []);
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') {
      element[HANDLERS] = value;
    } else if (name === 'key') {
      element.dataset.key = value;
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter(shown).map(node));
}

function shown(child) {
  return child !== false && child !== null && child !== undefined && child !== '';
}

function node(child) {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

/**
 * Lets handlers below an element work; to be called once.
 *
 * @param {Element} root
 * @param {Function} told is called with whether it worked when something that was pressed is done
 */
export function listen(root, told = () => {}) {
  root.addEventListener('click', swallowSecondTap, true);
  for (const type of EVENTS) {
    root.addEventListener(type, (event) => {
      for (let at = event.target; at && at !== root.parentNode; at = at.parentNode) {
        const handler = at[HANDLERS]?.[type];
        if (handler) {
          if (PRESSES.includes(type)) {
            press(handler, event, at, told);
          } else {
            handler(event, at);
          }
          return;
        }
      }
    });
  }
}

/** A second tap means the first once more, and never what stands in that place by now. */
function swallowSecondTap(event) {
  if (isSecondTap(event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else {
    tap = event;
    if (event.target.closest?.('a[href]')) {
      // The next screen may have a button in the very place of the link.
      acted = event;
    }
  }
}

/** Clicks by keyboard have no place. */
function isSecondTap(event) {
  return acted?.detail > 0 && event.detail > 0
      && event.timeStamp - acted.timeStamp < DOUBLE_TAP
      && Math.hypot(event.clientX - acted.clientX, event.clientY - acted.clientY) < SAME_PLACE;
}

/** While something is being done, what does it does it once. */
function press(handler, event, element, told) {
  if (busy.has(element)) {
    event.preventDefault();
    return;
  }
  const doing = handler(event, element);
  if (doing instanceof Promise) {
    acted = tap;
    busy.add(element);
    // A form is empty afterwards, and ready for the next.
    doing.then(() => told(true), (error) => {
      console.error(error);
      told(false);
    }).finally(() => setTimeout(
        () => busy.delete(element), event.type === 'submit' ? 0 : DOUBLE_TAP));
  }
}

/**
 * Makes an element look like a fresh one and leaves alone what people are in the middle of: focus,
 * what they typed, what they unfolded, where they scrolled to.
 */
export function morph(old, fresh) {
  if (!alike(old, fresh)) {
    old.replaceWith(fresh);
    return;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) {
      old.data = fresh.data;
    }
    return;
  }
  attributes(old, fresh);
  old[HANDLERS] = fresh[HANDLERS];
  if (old.nodeName !== 'TEXTAREA') {
    morphChildren(old, [...fresh.childNodes]);
  }
}

/** The same for the children of an element. */
export function morphChildren(parent, fresh) {
  let at = parent.firstChild;
  for (const child of fresh) {
    const known = child.dataset?.key
        ? [...parent.children].find((c) => c.dataset.key === child.dataset.key)
        : null;
    if (known && known !== at) {
      parent.insertBefore(known, at);
      at = known;
    }
    if (!at) {
      parent.append(child);
      continue;
    }
    const next = at.nextSibling;
    if (alike(at, child)) {
      morph(at, child);
      at = next;
    } else if (child.dataset?.key) {
      parent.insertBefore(child, at);
    } else {
      at.replaceWith(child);
      at = next;
    }
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** Lets elements that are known by a name be known by another one. */
export function renameElements(root, from, to) {
  for (const element of root.querySelectorAll('[data-key], [data-draft]')) {
    for (const name of ['key', 'draft'].filter((each) => element.dataset[each]?.includes(from))) {
      element.dataset[name] = element.dataset[name].replace(from, to);
    }
  }
}

function alike(old, fresh) {
  return old.nodeType === fresh.nodeType
      && old.nodeName === fresh.nodeName
      && old.dataset?.key === fresh.dataset?.key;
}

function attributes(old, fresh) {
  const keeps = old.nodeName === 'DETAILS' ? ['open'] : [];
  for (const {name} of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !keeps.includes(name)) {
      old.removeAttribute(name);
    }
  }
  for (const {name, value} of fresh.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  if (old.type === 'checkbox') {
    // Once somebody has pressed it, the attribute says nothing any more.
    old.checked = fresh.checked;
  }
}
