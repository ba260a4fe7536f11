/*
 * Says that a search could not be made: without this the list would stay as it was, as if it
 * were what was searched for.
 */
(() => {
  'use strict';
  const note = document.getElementById('unsearched');
  const found = document.getElementById('found');

  function show(failed) {
    return (event) => {
      if (event.detail.target === found) {
        note.hidden = !failed;
      }
    };
  }

  for (const trouble of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(trouble, show(true));
  }
  document.addEventListener('htmx:afterSwap', show(false));
})();
