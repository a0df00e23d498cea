import * as address from './address.js';
import * as alerts from './alerts.js';
import * as chart from './chart.js';
import * as format from './format.js';
import { texts } from './texts.js';

let choosing = false;

/** Where nothing is chosen, chooses the sensor of the newest open alert, else the first sensor, once there is one. */
export async function choose() {
  if (choosing || address.read().sensor || address.read().view !== 'alerts') return;
  choosing = true;
  try {
    const first = alerts.newestOpen() ?? (await format.load('api/sensors?size=1&heard=true')).items[0];
    if (address.read().sensor || address.read().view !== 'alerts') return;
    if (first) address.settle({ stream: first.stream, sensor: first.sensorId });
    else chart.say(texts.noSensor);
  } catch (error) {
    chart.say(texts.chartUnavailable(error.message));
  } finally {
    choosing = false;
  }
}
