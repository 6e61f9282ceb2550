/** The embedded store against the conformance suite. */

import { embeddedFactory } from '../support/store/factory.ts';
import { describeStore } from './conformance/describe-store.ts';

describeStore('the embedded store', embeddedFactory());
