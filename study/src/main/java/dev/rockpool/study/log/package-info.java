/// Review logs as files, and their replay: what the memory states and due days were after every review.
///
/// The file is CSV (RFC 4180, UTF-8, a byte-order mark allowed) with a header line. Columns, in any order:
///
/// | column | needed | content |
/// |---|---|---|
/// | `card_id` | yes | any text |
/// | `review_time` | yes | ISO-8601 with an offset, or milliseconds since 1970-01-01T00:00Z |
/// | `review_rating` | yes | 1 again, 2 hard, 3 good, 4 easy |
/// | `review_state` | no | 0 new, 1 learning, 2 review, 3 relearning, or empty |
/// | `review_duration` | no | milliseconds, or empty |
///
/// Any other column is ignored. Lines need not be in time order: each card's reviews are replayed in time order, those
/// at the same instant in file order.
@NullMarked
package dev.rockpool.study.log;

import org.jspecify.annotations.NullMarked;
