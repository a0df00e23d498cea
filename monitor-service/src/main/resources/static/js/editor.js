import * as format from './format.js';

const input = document.getElementById('draft');
const lines = document.getElementById('draft-lines');
const marks = document.getElementById('draft-marks');
const FEWEST_LINES = 12;
const MOST_LINES = 28;
let places = [];

/** Parts of a line by what they are; the later win. */
const PARTS = [
  ['name', /[\w.-]+(?=:(?:\s|$))/g],
  ['text', /"(?:[^"\\]|\\.)*"|'[^']*'/g],
  ['comment', /(?:^|\s)#.*$/g],
];

export const text = () => input.value;
export const focus = () => input.focus();

/** Puts another text into the editor, which is not told to its listeners. */
export function set(value) {
  input.value = value;
  input.scrollTop = 0;
  mark([]);
}

/** Writes over the whole text as a person would, so that it can be undone. */
export function write(value) {
  input.focus();
  input.select();
  insert(value);
  input.setSelectionRange(0, 0);
  input.scrollTop = 0;
}

/** Shows where something is wrong: places as the service tells them. */
export function mark(wrong) {
  places = wrong.filter((place) => place);
  input.setAttribute('aria-invalid', String(places.length > 0));
  draw();
}

/** Puts the cursor to a place. */
export function goTo(place) {
  input.focus();
  input.setSelectionRange(index(place.line, place.column), index(place.endLine, place.endColumn));
}

/** Puts another text into a place. */
export function replace(place, value) {
  goTo(place);
  insert(value);
}

/** By the command, which is old but the only one that a person can undo. */
function insert(value) {
  if (document.execCommand('insertText', false, value)) return;
  input.setRangeText(value, input.selectionStart, input.selectionEnd, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The place of a character in the text; the service counts in Unicode characters. */
function index(line, column) {
  const all = input.value.split('\n');
  const before = all.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  return before + [...(all[line - 1] ?? '')].slice(0, column - 1).join('').length;
}

function draw() {
  const all = input.value.split('\n');
  input.rows = Math.min(MOST_LINES, Math.max(FEWEST_LINES, all.length + 1));
  lines.textContent = all.map((line, at) => at + 1).join('\n');
  const wrong = places.map((place) => [index(place.line, place.column), Math.max(index(place.endLine, place.endColumn), index(place.line, place.column) + 1)]);
  let begin = 0;
  marks.replaceChildren(...all.flatMap((line) => {
    const parts = paint(line, begin, wrong);
    begin += line.length + 1;
    return [...parts, '\n'];
  }));
  follow();
}

/** A line cut where what it is, or whether it is wrong, changes. */
function paint(line, begin, wrong) {
  const classes = new Array(line.length).fill('');
  for (const [name, pattern] of PARTS) for (const found of line.matchAll(pattern)) classes.fill(name, found.index, found.index + found[0].length);
  wrong.forEach(([from, to]) => { for (let i = Math.max(0, from - begin); i < Math.min(line.length, to - begin); i++) classes[i] += ' wrong'; });
  const parts = [];
  for (let from = 0, to = 0; from < line.length; from = to) {
    while (to < line.length && classes[to] === classes[from]) to++;
    parts.push(format.element('span', classes[from], line.slice(from, to)));
  }
  return parts;
}

function follow() {
  marks.scrollTop = lines.scrollTop = input.scrollTop;
  marks.scrollLeft = input.scrollLeft;
}

input.addEventListener('scroll', follow);
input.addEventListener('input', () => { places = []; draw(); });
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
  event.preventDefault();
  const line = input.value.slice(0, input.selectionStart).split('\n').at(-1);
  insert(`\n${/^\s*/.exec(line)[0]}${/:\s*$/.test(line) ? '  ' : ''}`);
});
