package dev.rockpool.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that ever happens to one object, in time order, counted in days from the day it was created in.
///
/// @param steps empty if it is left alone
public record Course(List<Step> steps) {
    public Course {
        steps = List.copyOf(steps);
    }

    /// One event of a course.
    ///
    /// @param afterDays from the day of creation to the midnight; 1 is the first midnight
    /// @param to the class of a transition
    /// @param rule the id of the rule that asks for it
    public record Step(long afterDays, LifecycleAction action, Optional<StorageClass> to, String rule) {}

    static Course of(KeyLifecycle key, long createdDay) {
        List<Step> steps = new ArrayList<>();
        Optional<Due> due = key.next(createdDay);
        while (due.isPresent()) {
            for (LifecycleEvent event : due.get().events()) {
                steps.add(new Step(event.day() - createdDay, event.action(), event.to(), event.rule()));
            }
            due = due.get().then().next(due.get().day());
        }
        return new Course(steps);
    }
}
