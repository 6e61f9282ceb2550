/** Stores over the wire against the conformance suite. */

import { describeOn } from '../support/store/describe-on.ts';
import { FERRETDB, MONGOD, mongodbFactory } from '../support/store/mongodb-servers.ts';
import { describeStore } from './conformance/describe-store.ts';

for (const server of [FERRETDB, MONGOD])
  describeOn(server, `the store on ${server.name}`, () =>
    describeStore('the conformance suite', mongodbFactory(server)),
  );
