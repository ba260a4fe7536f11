/**
 * The time as the server has it, as far as the phone has heard: what is done without network is told with
 * the moment at which it was done, and a phone's clock may be wrong.
 */

import {keepNote, note} from './db.js';

const NAME = 'clock';

/** An answer names whole seconds and takes a while: less is no difference. */
const NEGLIGIBLE = 5_000;

let ahead = 0;

/** Remembers what was heard before; to be called once. */
export async function startClock() {
  ahead = await note(NAME) ?? 0;
}

/** This moment, ISO 8601. */
export function moment() {
  return new Date(Date.now() + ahead).toISOString();
}

/** Hears what time it is, in the words of an answer's header `Date`. */
export async function hear(date) {
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told)) {
    return;
  }
  const difference = told - Date.now();
  const heard = Math.abs(difference) < NEGLIGIBLE ? 0 : difference;
  if (Math.abs(heard - ahead) >= NEGLIGIBLE) {
    ahead = heard;
    await keepNote(NAME, heard);
  }
}
