/**
 * A process that writes to a store until it is killed: it prints the number of each write once that is acknowledged.
 * `node writer.ts <folder> <first number>`.
 */

import { openStore } from '../../../subgraphs/kit/store/open.ts';
import { embedded, numberedModel } from './factory.ts';

const [folder = '', first = '0'] = process.argv.slice(2);
const store = await openStore('asean_test', embedded(folder, { holder: `the test writer (process ${process.pid})` }));
const records = await numberedModel(store.connection);
process.stdout.write('open\n');
for (let n = Number(first); ; n += 1) {
  if (n % 3 === 0)
    await records.bulkWrite(
      [0, 1, 2].map((part) => ({ insertOne: { document: { _id: `r${n}.${part}`, n, tags: [`t${n % 7}`, 'all'] } } })),
    );
  else await records.insertMany([{ _id: `r${n}`, n, tags: [`t${n % 7}`, 'all'] }]);
  if (n > 10) await records.updateOne({ _id: `r${n - 4 - (n % 3)}` }, { $set: { m: n }, $push: { tags: 'changed' } });
  process.stdout.write(`${n}\n`);
}
