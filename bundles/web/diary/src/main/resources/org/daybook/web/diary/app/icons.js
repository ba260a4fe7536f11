/** The drawings. One stroke, round ends; each goes with a word. */

import {drawing} from './dom.js';

const PATHS = {
  today: ['M5 6h14v14H5z', 'M5 10h14', 'M9 3v4', 'M15 3v4'],
  tasks: ['M9 6h11', 'M9 12h11', 'M9 18h11', 'M3.5 6l1 1 2-2', 'M3.5 12l1 1 2-2', 'M3.5 18l1 1 2-2'],
  devices: ['M4 5h16v11H4z', 'M9 20h6', 'M12 16v4'],
  finish: ['M6 3h9l4 4v14H6z', 'M9 13l2.5 2.5L16 11'],
  back: ['M15 5l-7 7 7 7'],
  call: ['M6 3l4 1 1 4-2 2a12 12 0 0 0 5 5l2-2 4 1 1 4-3 3C10 21 3 14 3 6z'],
  mail: ['M3 6h18v12H3z', 'M3 7l9 7 9-7'],
  place: ['M12 21c5-6 7-9 7-12a7 7 0 0 0-14 0c0 3 2 6 7 12z', 'M12 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4z'],
  clock: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M12 7v5l3 2'],
  done: ['M5 13l4 4L19 7'],
  no: ['M6 6l12 12', 'M18 6L6 18'],
  warn: ['M12 4l9 16H3z', 'M12 10v5', 'M12 17.5v.5'],
  open: ['M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z'],
  add: ['M12 5v14', 'M5 12h14'],
  wish: ['M4 5h16v11H9l-5 4z'],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4 21c0-4 3-6 8-6s8 2 8 6'],
  photo: ['M4 7h4l2-2h4l2 2h4v12H4z', 'M12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6z'],
  cloud: ['M7 18a4 4 0 0 1 0-8 6 6 0 0 1 11 1 3.5 3.5 0 0 1 0 7z'],
  waiting: ['M7 18a4 4 0 0 1 0-8 6 6 0 0 1 11 1 3.5 3.5 0 0 1 0 7', 'M12 21v-7', 'M9.5 16l2.5-2.5 2.5 2.5'],
  offline: ['M7 18a4 4 0 0 1 0-8', 'M11 7a6 6 0 0 1 7 4 3.5 3.5 0 0 1 1 6', 'M4 4l16 16'],
  play: ['M8 5l11 7-11 7z'],
  stop: ['M7 7h10v10H7z'],
  hand: ['M4 12h13', 'M12 6l6 6-6 6', 'M21 5v14'],
  later: ['M5 12h12', 'M13 7l5 5-5 5'],
  go: ['M9 5l7 7-7 7'],
  way: ['M5 16V9l2-4h10l2 4v7z', 'M5 16v3', 'M19 16v3', 'M5 11h14'],
  search: ['M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14z', 'M16 16l5 5'],
  eye: ['M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7z', 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z'],
  watch: ['M3 13h4l2-6 4 12 3-9 1 3h4'],
};

export function icon(name) {
  return drawing(PATHS[name]);
}
