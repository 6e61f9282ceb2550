/** What FerretDB 1.24 does not do, by the names of the conformance tests that show it. MongoDB does all of it, and so does the embedded store. */

const SEVERAL = 'FerretDB 1.24 misreads several conditions on the elements of a list';
const PULL = 'FerretDB 1.24 compares whole elements in $pull';
const GROUP = 'FerretDB 1.24 has no accumulators but $sum and $count';

/** The tests and the reasons. */
export const FERRETDB_LACKS: Readonly<Record<string, string>> = {
  'lists are found by several conditions on their elements, without an index': SEVERAL,
  'lists are found by several conditions on their elements, with an index': SEVERAL,
  'an update to values that another document has is refused': 'FerretDB 1.24 refuses it with another code',
  'the refusal says which key is taken': 'FerretDB 1.24 gives no keyPattern and keyValue',
  'a unique index cannot be built over values that occur twice': 'FerretDB 1.24 refuses it with another code',
  '$push with $position and $slice': 'FerretDB 1.24 passes over $position and $slice',
  '$pull by a condition': PULL,
  '$pull of objects by a condition': PULL,
  'an element that the filter found is changed in its place': 'FerretDB 1.24 has no positional updates',
  'findOneAndUpdate gives the fields that are asked for': 'FerretDB 1.24 has no projection there',
  'what was inserted by an upsert is named by its place': 'FerretDB 1.24 counts upserts instead of operations',
  'least, greatest, averages': GROUP,
  'the first of each group': GROUP,
  'fields are renamed': 'FerretDB 1.24 takes "$name" for a text in $project',
};
