// The optimiser of fsrs-rs, called from Node.js through the npm package @open-spaced-repetition/binding: the peer of
// OptimiserMeasurement, which starts this script and asks it in turns with Rockpool.
//
// Questions on standard input, one a line: `optimise` answers milliseconds, log loss, RMSE (bins) and weights;
// `evaluate W0 … W20` answers log loss and RMSE (bins) of those weights.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { FSRSBinding, FSRSBindingItem, FSRSBindingReview, computeParameters } from '@open-spaced-repetition/binding';

const [header, ...lines] = readFileSync(process.argv[2], 'utf8').trim().split('\n');
const names = header.split(',');
const [card, time, rating] = ['card_id', 'review_time', 'review_rating'].map((name) => names.indexOf(name));
const reviews = lines.map((line, place) => {
  const fields = line.split(',');
  const millis = /^\d+$/.test(fields[time]) ? Number(fields[time]) : Date.parse(fields[time]);
  return { card: fields[card], millis, place, rating: Number(fields[rating]) };
});
reviews.sort((a, b) => a.millis - b.millis || a.place - b.place);

// Days turn at 04:00 UTC; one item for each review a day or more after the one before, in time order.
const histories = new Map();
const items = [];
for (const review of reviews) {
  const day = Math.floor((review.millis - 4 * 3_600_000) / 86_400_000);
  let history = histories.get(review.card);
  if (!history) histories.set(review.card, (history = { day, reviews: [] }));
  const elapsed = day - history.day;
  history.day = day;
  history.reviews.push(new FSRSBindingReview(review.rating, elapsed));
  if (elapsed > 0) items.push(new FSRSBindingItem([...history.reviews]));
}

const evaluate = (weights) => {
  const { logLoss, rmseBins } = new FSRSBinding(weights).evaluate(items);
  return `${logLoss} ${rmseBins}`;
};

for await (const line of createInterface({ input: process.stdin })) {
  const [question, ...words] = line.split(' ');
  if (question === 'optimise') {
    const begin = process.hrtime.bigint();
    // The binding looks for the end every `timeout` milliseconds, half a second unless told.
    const weights = await computeParameters(items, { enableShortTerm: true, timeout: 1 });
    const millis = Number(process.hrtime.bigint() - begin) / 1e6;
    console.log(`${millis} ${evaluate(weights)} ${weights.join(' ')}`);
  } else {
    console.log(evaluate(words.map(Number)));
  }
}
