/// The lab *access*: may this request pass, which way does it go, and at what cost?
///
/// A request is somebody who asks for something ([Asking]); it meets a network ([Network]) and policies
/// ([Rules]). [Passage] walks it: out by a door, past the policy of an endpoint, and to the policies at the
/// service, which the evaluator of the platform's endpoints decides. The month of requests after it is
/// forecast by closed form ([MonthForecast]), drawn by chance beside it, and billed.
///
/// Terms, the reason of each rule with its source, and what is simplified: `docs/MODEL.md` in the resources.
@NullMarked
package dev.rockpool.simulators.access;

import org.jspecify.annotations.NullMarked;
