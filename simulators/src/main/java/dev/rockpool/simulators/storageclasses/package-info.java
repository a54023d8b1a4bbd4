/// The lab *storage-classes*: where should this data live?
///
/// The same objects are uploaded into each storage class, read by chance, kept, and deleted; each class's bill is that
/// of the cost model ([dev.rockpool.costmodel.storage]), to the digit. Beside it stands a closed form ([ClassRates]) in
/// `double`s, which draws the map of the cheapest class and finds break-evens; a test holds the two together.
///
/// Terms, units and what is simplified: `docs/MODEL.md` in the resources.
@NullMarked
package dev.rockpool.simulators.storageclasses;

import org.jspecify.annotations.NullMarked;
