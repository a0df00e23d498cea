import { texts } from './texts.js';

/** The page on rules, whose examples are executed by a test. */
const PAGE = 'docs/rules.md';
const EXAMPLE = /```yaml\n([^]*?)```/;

let asked;

/** An example of each kind with what it means: {name, about, yaml}, in the order of the page on rules. */
export function load() {
  asked ??= read().catch(() => { asked = undefined; return []; });
  return asked;
}

async function read() {
  const answer = await fetch(PAGE);
  if (!answer.ok) throw new Error(texts.status(answer.status));
  return parse(await answer.text());
}

export function parse(markdown) {
  const [intro, ...sections] = markdown.split(/^## /m);
  return [example(texts.rules.firstExample, intro.replace(/^# .*\n/, '')), ...sections.map((section) => {
    const end = section.indexOf('\n');
    return example(section.slice(0, end), section.slice(end));
  })].filter((found) => found);
}

function example(name, section) {
  const found = EXAMPLE.exec(section);
  return found && { name, about: plain(section.slice(0, found.index)), yaml: single(found[1]) };
}

/** The first rule of a list, as a rule of its own. */
function single(list) {
  const lines = list.split('\n');
  const next = lines.findIndex((line, at) => at > 0 && line.startsWith('- '));
  return `${(next > 0 ? lines.slice(0, next) : lines).map((line) => line.slice(2)).join('\n').trimEnd()}\n`;
}

/** Paragraphs and list items without their marks. */
function plain(markdown) {
  const unmarked = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/`|\*\*/g, '');
  return unmarked.split('\n').map((line) => line.replace(/^- /, '• ').trim()).filter((line) => line);
}

/** The example that tells about a kind; undefined if there is none. */
export const about = (examples, kind) => examples.find(({ name }) => name.split(', ').includes(kind));
