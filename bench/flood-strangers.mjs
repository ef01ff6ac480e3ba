// Strangers, each at an address of their own, who ask for one plan after the other as fast as they are answered, in a
// thread of their own so that whoever measures is not held up by them. Says at the end how often they were answered how.
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { port, strangers, seconds, queries } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: strangers });
const until = performance.now() + seconds * 1000;
const statuses = {};
/** One that is not answered by then is counted as that, and waits no longer. */
const MOST_MS = 30_000;

const ask = (address, query) =>
  new Promise((resolve) => {
    const headers = { 'x-forwarded-for': address };
    const request = get({ agent, port, host: '127.0.0.1', path: `/try?${query}`, headers }, (response) => {
      response.resume().on('close', () => resolve(response.statusCode));
    });
    request.setTimeout(MOST_MS, () => request.destroy(new Error('late')));
    request.on('error', ({ message }) => resolve(message === 'late' ? 'late' : 'error'));
  });

async function flood(stranger) {
  for (let time = 0; performance.now() < until; time += 1) {
    const status = await ask(`198.51.100.${stranger}`, queries[(stranger * 31 + time) % queries.length]);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

await Promise.all(Array.from({ length: strangers }, (_, stranger) => flood(stranger)));
agent.destroy();
parentPort.postMessage(statuses);
