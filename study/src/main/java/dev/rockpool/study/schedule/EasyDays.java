package dev.rockpool.study.schedule;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;

/// How much a learner wants to do on each weekday.
///
/// @param loads of every weekday
public record EasyDays(Map<DayOfWeek, Load> loads) {
    /// Every day alike.
    public static final EasyDays NONE = new EasyDays(Map.of());

    /// How much a weekday takes.
    public enum Load {
        /// As much as others.
        NORMAL(1),
        /// About half as much as others.
        REDUCED(0.5),
        /// As little as can be.
        MINIMUM(0.0001);

        private final double share;

        Load(double share) {
            this.share = share;
        }

        /// Its weight against a normal day.
        double share() {
            return share;
        }
    }

    /// @param loads those that are left out are normal
    public EasyDays {
        Map<DayOfWeek, Load> all = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            all.put(day, loads.getOrDefault(day, Load.NORMAL));
        }
        loads = Map.copyOf(all);
    }

    /// How much a weekday takes.
    public Load of(DayOfWeek day) {
        return loads.getOrDefault(day, Load.NORMAL);
    }

    /// The same with another load of one weekday.
    public EasyDays with(DayOfWeek day, Load load) {
        Map<DayOfWeek, Load> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(loads);
        changed.put(day, load);
        return new EasyDays(changed);
    }

    /// Whether every day is normal.
    public boolean none() {
        return loads.values().stream().allMatch(load -> load == Load.NORMAL);
    }
}
