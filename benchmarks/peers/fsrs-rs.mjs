// Next states a second of fsrs-rs, called from Node.js through the npm package @open-spaced-repetition/binding, and of
// ts-fsrs, plain JavaScript: the peers of Fsrs6Benchmark, on the same mix of reviews.
//
// A line each: the peer's name, a tab, its next states a second. `bench fsrs` installs the packages and starts this.
import { FSRSBinding } from '@open-spaced-repetition/binding';
import { FSRSAlgorithm, default_w } from 'ts-fsrs';

const DRAWN = 4096;
const ROUNDS = 100;

// mulberry32, so that a run can be repeated
let seed = 20261125;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const ratings = Array.from({ length: DRAWN }, () => 1 + Math.floor(random() * 4));
const elapsed = Array.from({ length: DRAWN }, () => (random() < 1 / 3 ? 0 : 1 + Math.floor(random() * 99)));

function measure(name, start, next) {
  let state = start;
  for (let warm = 0; warm < 10; warm++) {
    for (let i = 0; i < DRAWN; i++) state = next(state, elapsed[i], ratings[i]);
  }
  const begin = process.hrtime.bigint();
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < DRAWN; i++) state = next(state, elapsed[i], ratings[i]);
  }
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  console.log(`${name}\t${Math.round((DRAWN * ROUNDS) / seconds)}`);
}

const fsrsRs = new FSRSBinding();
const names = ['', 'again', 'hard', 'good', 'easy'];
// One call computes all four ratings and crosses into native code: divide by what you need.
measure('fsrs-rs through its binding', fsrsRs.nextStates(null, 0.9, 0).good.memory, (state, days, rating) =>
  fsrsRs.nextStates(state, 0.9, days)[names[rating]].memory);

const tsFsrs = new FSRSAlgorithm({ w: default_w });
measure('ts-fsrs', { stability: 2.3065, difficulty: 2.1181 }, (state, days, rating) =>
  tsFsrs.next_state(state, days, rating));
