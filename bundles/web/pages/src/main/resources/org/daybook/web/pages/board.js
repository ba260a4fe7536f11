/*
 * Visits that are dragged to another day, and forms that open in a dialog. Without this script
 * everything can be done as well: the links lead to the same forms on pages of their own.
 */
(() => {
  'use strict';
  const dialog = document.getElementById('dialog');
  if (!dialog || typeof dialog.showModal !== 'function') {
    return;
  }
  let opener = null;

  const close = () => dialog.close();

  dialog.addEventListener('close', () => {
    dialog.replaceChildren();
    if (opener && opener.isConnected) {
      opener.focus();
    }
    opener = null;
  });

  function button(text) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button close';
    made.textContent = text;
    made.addEventListener('click', close);
    return made;
  }

  /** Shows the form that an address leads to; if it cannot be had, goes there. */
  async function open(address, from) {
    const wanted = new URL(address, document.baseURI);
    wanted.searchParams.set('piece', 'on');
    let markup;
    try {
      const reply = await fetch(wanted, {credentials: 'same-origin'});
      // Who is not logged in any more is sent elsewhere.
      if (reply.redirected || reply.status !== 200) {
        throw new Error(String(reply.status));
      }
      markup = await reply.text();
    } catch (e) {
      window.location.assign(address);
      return;
    }
    const body = document.createElement('div');
    body.innerHTML = markup;
    rebase(body, wanted);
    dialog.replaceChildren(body, button(dialog.dataset.close));
    opener = from;
    if (!dialog.open) {
      dialog.showModal();
    }
    // Where it goes was said by dragging it; why was not.
    const first =
      (wanted.searchParams.has('day') && dialog.querySelector('textarea')) ||
      dialog.querySelector('textarea, select, input:not([type=hidden])');
    if (first) {
      first.focus();
    }
  }

  /** The addresses in a piece are relative to its own address, not to that of this page. */
  function rebase(body, base) {
    for (const form of body.querySelectorAll('form')) {
      form.action = new URL(form.getAttribute('action'), base).href;
    }
    for (const link of body.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href');
      if (!href.startsWith('#')) {
        link.href = new URL(href, base).href;
      }
    }
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-dialog]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open(link.href, link);
    }
  });

  let dragged = null;

  document.addEventListener('dragstart', (event) => {
    const trip = event.target.closest ? event.target.closest('[data-move]') : null;
    if (trip) {
      dragged = trip;
      trip.classList.add('dragged');
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', trip.textContent.trim());
    }
  });

  document.addEventListener('dragend', () => {
    if (dragged) {
      dragged.classList.remove('dragged');
    }
    dragged = null;
    unmark();
  });

  function unmark() {
    document.querySelectorAll('.drop').forEach((day) => day.classList.remove('drop'));
  }

  document.addEventListener('dragover', (event) => {
    const day = dragged && event.target.closest('[data-day]');
    if (day) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (!day.classList.contains('drop')) {
        unmark();
        day.classList.add('drop');
      }
    }
  });

  document.addEventListener('drop', (event) => {
    const day = dragged && event.target.closest('[data-day]');
    if (!day) {
      return;
    }
    event.preventDefault();
    const trip = dragged;
    unmark();
    if (day === trip.closest('[data-day]')) {
      return;
    }
    const address = new URL(trip.dataset.move, document.baseURI);
    address.searchParams.set('day', day.dataset.day);
    if (day.dataset.engineer) {
      address.searchParams.set('engineer', day.dataset.engineer);
    }
    open(address.href, trip.querySelector('a.move'));
  });
})();
