package dev.rockpool.lifecycle;

import java.time.LocalDate;

/// When an action of a rule is due.
public sealed interface When {
    /// So many days after an object was created.
    record AfterDays(int days) implements When {}

    /// From a midnight UTC on, for objects written later too.
    record OnDate(LocalDate date) implements When {}

    /// The day of the midnight at which it is due for what was created in `createdDay`.
    default long due(long createdDay) {
        return switch (this) {
            case AfterDays(int days) -> Midnight.after(createdDay, days);
            case OnDate(LocalDate date) -> Math.max(date.toEpochDay(), Midnight.after(createdDay, 0));
        };
    }
}
