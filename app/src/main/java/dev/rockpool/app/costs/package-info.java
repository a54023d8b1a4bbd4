/// The screen *Costs*: what a system would cost over months, and why one design costs more than another.
///
/// The scenarios, their pricing and their comparison stand in [dev.rockpool.costmodel.scenario]; here they are set with
/// sliders, drawn as stacked months, told in words, kept and exported. A price is one click from its source and date.
@NullMarked
package dev.rockpool.app.costs;

import org.jspecify.annotations.NullMarked;
