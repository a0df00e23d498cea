/** The most lines on a side of which the likeness is looked for; beyond that all of them are taken as changed. */
const MOST = 500;

/** What must be done to one text to make another of it, line by line: {how: 'same' | 'gone' | 'new', text}. */
export function diff(before, after) {
  const [old, now] = [before, after].map((text) => text.replace(/\n$/, '').split('\n'));
  if (old.length > MOST || now.length > MOST) return [...all('gone', old), ...all('new', now)];
  const common = lengths(old, now);
  const steps = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) { steps.push({ how: 'same', text: old[i] }); i++; j++; }
    else if (j === now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) steps.push({ how: 'gone', text: old[i++] });
    else steps.push({ how: 'new', text: now[j++] });
  }
  return steps;
}

const all = (how, lines) => lines.map((text) => ({ how, text }));

/** The length of the longest common subsequence of what is left from each pair of lines on. */
function lengths(old, now) {
  const table = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i][j] = old[i] === now[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}
