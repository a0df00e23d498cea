import * as format from './format.js';
import { texts } from './texts.js';
import * as units from './units.js';

/** What a rule says, in words: 'above 30.0 °C, for 10 s'. */
export function of(rule) {
  const said = condition(rule.when, rule.unit ?? units.of(rule.stream));
  const lasting = rule.for && rule.for !== 'PT0S' ? texts.rules.lasting(said, format.duration(rule.for)) : said;
  return rule.overrides?.length ? texts.rules.otherwise(lasting, rule.overrides.length) : lasting;
}

function condition(when, unit) {
  const say = texts.kinds[when.kind];
  const value = (v) => format.limit(v, unit);
  try {
    return say ? say(when, { value, plain: format.exact, duration: format.duration, part: (part) => condition(part, unit) }) : rest(when);
  } catch {
    return rest(when);
  }
}

/** A kind that this page knows no words for, as it stands. */
function rest({ kind, ...parameters }) {
  return [kind, ...Object.entries(parameters).map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)].join(' ');
}

/** Which sensors a rule is about, in words. */
export function sensors(rule) {
  const { glob = '*', labels = {} } = typeof rule.sensors === 'string' ? { glob: rule.sensors } : rule.sensors ?? {};
  const named = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return [...(glob === '*' ? [] : [glob]), ...named].join(', ') || texts.rules.allSensors;
}
