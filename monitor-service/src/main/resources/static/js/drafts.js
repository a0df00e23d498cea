import { write } from './yaml.js';

/** What somebody is writing, by the rule's id; a new rule's is empty. */
const drafts = new Map();

/** The draft of a rule; without one, or with nothing changed in it, what the rule says now. */
export function of(id, rule) {
  const known = drafts.get(id);
  if (known && (isChanged(id) || known.base?.version === rule?.version)) return known;
  const text = rule ? write(rule) : '';
  drafts.set(id, { id, base: rule, baseText: text, text });
  return drafts.get(id);
}

export const isChanged = (id) => drafts.has(id) && drafts.get(id).text !== drafts.get(id).baseText;

/** Forgets what was written. */
export const discard = (id) => drafts.delete(id);

/** Lets a draft go on from another version, by which it will be saved. */
export function rebase(draft, rule) {
  draft.base = rule;
  draft.baseText = rule ? write(rule) : '';
}

addEventListener('beforeunload', (event) => {
  if ([...drafts.keys()].some(isChanged)) event.preventDefault();
});
