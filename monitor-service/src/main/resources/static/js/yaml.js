/** What the topic keeps of a rule that nobody writes. */
const KEPT = ['version', 'deleted'];
const LINE = 100;
/** A text that is no number, flag or nothing in any version of YAML, and has no sign that means something in it. */
const PLAIN = /^[A-Za-z][A-Za-z0-9._/-]*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A rule as one writes it in YAML: a field a line, what has no parts of its own in braces. */
export function write(rule) {
  const fields = Object.entries(rule).filter(([name, value]) => !KEPT.includes(name) && value !== null && value !== undefined);
  return `${fields.flatMap(([name, value]) => lines(name, value, '')).join('\n')}\n`;
}

function lines(name, value, indent) {
  const short = `${indent}${scalar(name)}: ${flow(value)}`;
  if (!isTree(value) || Object.keys(value).length === 0 || (isFlat(value) && short.length <= LINE)) return [short];
  const head = `${indent}${scalar(name)}:`;
  if (Array.isArray(value)) return [head, ...value.map((element) => `${indent}  - ${flow(element)}`)];
  return [head, ...Object.entries(value).flatMap(([inner, one]) => lines(inner, one, `${indent}  `))];
}

const isTree = (value) => typeof value === 'object' && value !== null;
/** Whether it reads well in one line: a list of objects does not. */
const isFlat = (value) => !isTree(value) || Object.values(value).every((part) => (Array.isArray(value) ? !isTree(part) : isFlat(part)));

function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isTree(value)) return `{${Object.entries(value).map(([name, part]) => `${scalar(name)}: ${flow(part)}`).join(', ')}}`;
  return scalar(value);
}

function scalar(value) {
  if (typeof value !== 'string') return JSON.stringify(value);
  return PLAIN.test(value) && !WORDS.test(value) ? value : JSON.stringify(value);
}
