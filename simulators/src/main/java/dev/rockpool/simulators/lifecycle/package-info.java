/// The lab *lifecycle*: what happens to my objects, and when?
///
/// The rules' decisions come from [dev.rockpool.lifecycle.Lifecycle], the bill from
/// [dev.rockpool.costmodel.storage.StorageBilling]; nothing of either is computed here. One step is one day: the
/// midnight that begins it. `docs/MODEL.md` among the resources tells teachers the rest.
@NullMarked
package dev.rockpool.simulators.lifecycle;

import org.jspecify.annotations.NullMarked;
