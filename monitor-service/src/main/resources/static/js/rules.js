import * as format from './format.js';

/** As many as there may be. */
const MOST = 500;
const rules = new Map();
let openAlerts = {};
let failed = '';
let loaded = false;

export const all = () => [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
export const find = (id) => rules.get(id);
export const isLoaded = () => loaded;

/** Why they could not be loaded; empty if they were. */
export const failure = () => failed;

/** How many alerts of a rule are open; undefined if that is not known. */
export const openOf = (id) => (openAlerts ? openAlerts[id] ?? 0 : undefined);

/** Loads the rules and how many of their alerts are open. */
export async function reload() {
  const before = JSON.stringify([failed, loaded, openAlerts, all()]);
  const counting = format.load('api/alerts/counts').catch(() => undefined);
  try {
    const { items } = await format.load(`api/rules?size=${MOST}`);
    const answered = new Set(items.map((rule) => rule.id));
    for (const id of rules.keys()) if (!answered.has(id)) rules.delete(id);
    items.filter((rule) => !(rules.get(rule.id)?.version > rule.version)).forEach((rule) => rules.set(rule.id, rule));
    failed = '';
  } catch (error) {
    failed = error.message;
  }
  openAlerts = (await counting)?.byRule;
  loaded = true;
  if (JSON.stringify([failed, loaded, openAlerts, all()]) !== before) changed();
}

/** Takes a version that this page has just written. */
export function take(rule) {
  rules.set(rule.id, rule);
  changed();
}

export function drop(id) {
  rules.delete(id);
  changed();
}

const changed = () => dispatchEvent(new Event('rules'));
