package dev.rockpool.lifecycle;

import dev.rockpool.lifecycle.LifecycleFault.Code;
import dev.rockpool.lifecycle.LifecycleRule.Expiration;
import dev.rockpool.lifecycle.LifecycleRule.NoncurrentExpiration;
import dev.rockpool.lifecycle.LifecycleRule.NoncurrentTransition;
import dev.rockpool.lifecycle.LifecycleRule.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/// Reads a lifecycle configuration and holds it to the rules of the service.
///
/// Sources: (1) S3 user guide, *Lifecycle configuration elements*, *Transitioning objects*, *Examples*; (2) API pages
/// *PutBucketLifecycleConfiguration*, *LifecycleExpiration*, *NoncurrentVersionExpiration*, *Transition*; (3) answers
/// of the service as recorded by the tests and issue trackers of its public imitations (moto, LocalStack, NooBaa,
/// OpenIO, Terraform), for codes and words. Where (3) is silent, the words are ours and the code that of the nearest
/// fault.
///
/// Two answers differ from what the guide prints: an infrequent access class takes 30 days, where the API page says
/// "greater than 30"; and the guide's own examples 2 (a rule with and one without a filter), 3 of the conflicts
/// (Standard-IA after 10 days) and those with the class "S3 Glacier Flexible Retrieval" are refused.
final class RulesReader {
    private static final int LONGEST_ID = 255;
    private static final int MOST_NEWER_VERSIONS = 100;
    private static final long LARGEST_SIZE = 1_099_511_627_776_000L;
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;

    private final List<LifecycleFault> faults = new ArrayList<>();
    private final List<LifecycleRule> rules = new ArrayList<>();

    private final boolean joins;

    private RulesReader(boolean joins) {
        this.joins = joins;
    }

    /// What comes of `configuration`, an element with a child `Rule` for each rule.
    static LifecycleReading read(Element configuration) {
        return read(configuration, false);
    }

    /// The same.
    ///
    /// @param joins whether a filter may have several predicates without an `And`, and prefixes may overlap
    static LifecycleReading read(Element configuration, boolean joins) {
        return new RulesReader(joins).configuration(configuration);
    }

    private LifecycleReading configuration(Element configuration) {
        ElementFields fields = ElementFields.of(configuration, "", "", faults, List.of(), List.of("Rule"));
        List<Element> written = fields.all("Rule");
        if (written.isEmpty()) {
            fields.malformed("Rules");
        }
        if (written.size() > LifecycleConfiguration.MOST_RULES) {
            fields.fault(
                    "Rules",
                    Code.InvalidRequest,
                    "The number of lifecycle rules must not exceed the allowed limit of "
                            + LifecycleConfiguration.MOST_RULES + " rules.");
            return new LifecycleReading.Rejected(faults);
        }
        Names names = new Names(written);
        for (int at = 0; at < written.size(); at++) {
            rule(written.get(at), names, at);
        }
        if (!faults.isEmpty()) {
            return new LifecycleReading.Rejected(faults);
        }
        overlaps();
        return faults.isEmpty()
                ? new LifecycleReading.Accepted(new LifecycleConfiguration(rules))
                : new LifecycleReading.Rejected(faults);
    }

    /// What rules are called, in faults and once they are accepted: a rule without an id gets one.
    private static final class Names {
        private final List<String> ids = new ArrayList<>();
        private final Set<String> given = new HashSet<>();

        Names(List<Element> rules) {
            for (Element rule : rules) {
                String id =
                        rule.all("ID").stream().findFirst().map(Element::text).orElse("");
                ids.add(id);
                given.add(id);
            }
        }

        /// For a fault of the rule at `at`.
        String shown(int at) {
            return ids.get(at).isEmpty() ? "#" + (at + 1) : ids.get(at);
        }

        /// For the accepted rule at `at`: the service makes up an id, and so do we, always the same.
        String id(int at) {
            String id = ids.get(at);
            if (!id.isEmpty()) {
                return id;
            }
            String made = "rule-" + (at + 1);
            while (!given.add(made)) {
                made += "-" + (at + 1);
            }
            return made;
        }

        /// Whether an earlier rule has the id of the rule at `at`.
        boolean isTaken(int at) {
            return !ids.get(at).isEmpty() && ids.indexOf(ids.get(at)) < at;
        }
    }

    private void rule(Element element, Names names, int at) {
        ElementFields fields = ElementFields.of(
                element,
                names.shown(at),
                "",
                faults,
                List.of(
                        "ID",
                        "Status",
                        "Prefix",
                        "Filter",
                        "Expiration",
                        "NoncurrentVersionExpiration",
                        "AbortIncompleteMultipartUpload"),
                List.of("Transition", "NoncurrentVersionTransition"));
        fields.text("ID");
        if (names.shown(at).length() > LONGEST_ID) {
            fields.fault("ID", Code.InvalidArgument, "ID length should not exceed allowed limit of " + LONGEST_ID);
        }
        if (names.isTaken(at)) {
            fields.fault("ID", Code.InvalidArgument, "Rule ID must be unique. Found same ID for more than one rule");
        }
        boolean enabled = enabled(fields);
        LifecycleFilter filter = filter(fields);
        Optional<Expiration> expiration = expiration(fields, filter);
        List<Transition> transitions = transitions(fields, filter);
        Optional<NoncurrentExpiration> noncurrentExpiration = noncurrentExpiration(fields, filter);
        List<NoncurrentTransition> noncurrentTransitions = noncurrentTransitions(fields, filter);
        OptionalInt abort = abort(fields, filter);
        if (!fields.has("Expiration")
                && !fields.has("Transition")
                && !fields.has("NoncurrentVersionExpiration")
                && !fields.has("NoncurrentVersionTransition")
                && !fields.has("AbortIncompleteMultipartUpload")) {
            fields.fault("", Code.InvalidRequest, "At least one action needs to be specified in a rule");
        }
        expirationAfterTransitions(fields, filter, expiration, transitions);
        noncurrentExpirationAfterTransitions(fields, filter, noncurrentExpiration, noncurrentTransitions);
        rules.add(new LifecycleRule(
                names.id(at),
                enabled,
                filter,
                expiration,
                transitions,
                noncurrentExpiration,
                noncurrentTransitions,
                abort));
    }

    private static boolean enabled(ElementFields fields) {
        if (!fields.has("Status")) {
            fields.malformed("Status");
            return false;
        }
        Optional<String> status = fields.text("Status");
        if (status.isPresent()
                && !status.get().equals("Enabled")
                && !status.get().equals("Disabled")) {
            fields.malformed("Status");
        }
        return status.isPresent() && status.get().equals("Enabled");
    }

    // --- filters

    private LifecycleFilter filter(ElementFields rule) {
        Optional<Element> element = rule.child("Filter");
        if (element.isEmpty()) {
            if (!rule.has("Prefix")) {
                rule.malformed("Filter");
            }
            return new LifecycleFilter(
                    true, rule.text("Prefix"), LifecycleFilter.ALL.tags(), OptionalLong.empty(), OptionalLong.empty());
        }
        if (rule.has("Prefix")) {
            rule.malformed("Prefix");
        }
        ElementFields fields = ElementFields.of(
                element.get(),
                rule.rule(),
                rule.path("Filter"),
                rule.faults(),
                List.of("Prefix", "Tag", "ObjectSizeGreaterThan", "ObjectSizeLessThan", "And"),
                List.of());
        if (element.get().children().size() > 1 && !joins) {
            fields.malformed("");
        }
        Optional<Element> and = fields.child("And");
        LifecycleFilter beside = predicates(fields, fields.all("Tag"), "Tag");
        if (and.isEmpty()) {
            return beside;
        }
        ElementFields predicates = ElementFields.of(
                and.get(),
                rule.rule(),
                fields.path("And"),
                rule.faults(),
                List.of("Prefix", "ObjectSizeGreaterThan", "ObjectSizeLessThan"),
                List.of("Tag"));
        LifecycleFilter filter = predicates(predicates, predicates.all("Tag"), "Tags");
        if (and.get().children().size() < 2) {
            predicates.malformed("");
        }
        return beside.and(filter).orElseGet(() -> {
            fields.malformed("And");
            return filter;
        });
    }

    private static LifecycleFilter predicates(ElementFields fields, List<Element> tags, String tagField) {
        SequencedMap<String, String> read = new LinkedHashMap<>();
        for (int at = 0; at < tags.size(); at++) {
            String path = tagField.equals("Tag") ? fields.path("Tag") : fields.path(tagField, at);
            tag(fields, tags.get(at), path, read);
        }
        OptionalLong larger = size(fields, "ObjectSizeGreaterThan", 0);
        OptionalLong smaller = size(fields, "ObjectSizeLessThan", 1);
        if (larger.isPresent() && smaller.isPresent() && larger.getAsLong() >= smaller.getAsLong()) {
            fields.fault(
                    "ObjectSizeLessThan",
                    Code.InvalidRequest,
                    "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.");
        }
        return new LifecycleFilter(false, fields.text("Prefix"), read, larger, smaller);
    }

    private static void tag(ElementFields filter, Element element, String path, Map<String, String> into) {
        ElementFields tag =
                ElementFields.of(element, filter.rule(), path, filter.faults(), List.of("Key", "Value"), List.of());
        if (!tag.has("Key") || !tag.has("Value")) {
            tag.malformed(tag.has("Key") ? "Value" : "Key");
            return;
        }
        Optional<String> key = tag.text("Key");
        Optional<String> value = tag.text("Value");
        if (key.isEmpty() || value.isEmpty()) {
            return;
        }
        if (key.get().isEmpty() || key.get().length() > LONGEST_TAG_KEY) {
            tag.fault(
                    "Key", Code.InvalidRequest, "A Tag's Key must be a length between 1 and " + LONGEST_TAG_KEY + ".");
        }
        if (value.get().length() > LONGEST_TAG_VALUE) {
            tag.fault(
                    "Value",
                    Code.InvalidRequest,
                    "A Tag's Value must be a length between 0 and " + LONGEST_TAG_VALUE + ".");
        }
        if (into.put(key.get(), value.get()) != null) {
            tag.fault("Key", Code.InvalidRequest, "Duplicate Tag Keys are not allowed.");
        }
    }

    private static OptionalLong size(ElementFields fields, String name, long least) {
        OptionalLong size = fields.longInteger(name);
        if (size.isPresent() && (size.getAsLong() < least || size.getAsLong() > LARGEST_SIZE)) {
            fields.fault(
                    name,
                    Code.InvalidRequest,
                    "'" + name + "' should be between " + least + " and " + LARGEST_SIZE + ".");
        }
        return size;
    }

    // --- actions

    private static Optional<Expiration> expiration(ElementFields rule, LifecycleFilter filter) {
        Optional<Element> element = rule.child("Expiration");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        ElementFields fields = ElementFields.of(
                element.get(),
                rule.rule(),
                rule.path("Expiration"),
                rule.faults(),
                List.of("Days", "Date", "ExpiredObjectDeleteMarker"),
                List.of());
        if (element.get().children().size() != 1) {
            fields.malformed("");
        }
        if (fields.has("ExpiredObjectDeleteMarker")) {
            withoutTagsOrSize(fields, "ExpiredObjectDeleteMarker", "ExpiredObjectDeleteMarker", filter);
            return fields.bool("ExpiredObjectDeleteMarker").map(Expiration.OfLoneMarkers::new);
        }
        Optional<When> when = when(fields);
        if (when.isPresent() && when.get() instanceof When.AfterDays(int days) && days < 1) {
            positive(fields, "Days", "Expiration");
        }
        return when.map(Expiration.Of::new);
    }

    private static Optional<When> when(ElementFields fields) {
        OptionalInt days = fields.integer("Days");
        Optional<Instant> date = fields.time("Date");
        if (date.isPresent()) {
            if (!Midnight.isMidnight(date.get())) {
                fields.fault("Date", Code.InvalidArgument, "'Date' must be at midnight GMT");
            }
            return Optional.of(new When.OnDate(Midnight.dateOf(date.get())));
        }
        return days.isPresent() ? Optional.of(new When.AfterDays(days.getAsInt())) : Optional.empty();
    }

    private static List<Transition> transitions(ElementFields rule, LifecycleFilter filter) {
        List<Placed> placed = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        List<Element> elements = rule.all("Transition");
        for (int at = 0; at < elements.size(); at++) {
            ElementFields fields = ElementFields.of(
                    elements.get(at),
                    rule.rule(),
                    rule.path("Transitions", at),
                    rule.faults(),
                    List.of("Days", "Date", "StorageClass"),
                    List.of());
            if (fields.has("Days") == fields.has("Date")) {
                fields.malformed("");
            }
            Optional<When> when = when(fields);
            Optional<StorageClass> to = destination(fields, "Transition");
            if (when.isPresent() && when.get() instanceof When.AfterDays(int days)) {
                age(fields, "Days", "Transition", days, to);
            }
            if (when.isPresent() && to.isPresent()) {
                placed.add(new Placed(fields, when.get(), to.get()));
                transitions.add(new Transition(when.get(), to.get()));
            }
        }
        order(placed, "Transition", filter);
        return transitions;
    }

    private static List<NoncurrentTransition> noncurrentTransitions(ElementFields rule, LifecycleFilter filter) {
        List<Placed> placed = new ArrayList<>();
        List<NoncurrentTransition> transitions = new ArrayList<>();
        List<Element> elements = rule.all("NoncurrentVersionTransition");
        for (int at = 0; at < elements.size(); at++) {
            ElementFields fields = ElementFields.of(
                    elements.get(at),
                    rule.rule(),
                    rule.path("NoncurrentVersionTransitions", at),
                    rule.faults(),
                    List.of("NoncurrentDays", "NewerNoncurrentVersions", "StorageClass"),
                    List.of());
            if (!fields.has("NoncurrentDays")) {
                fields.malformed("NoncurrentDays");
            }
            OptionalInt days = fields.integer("NoncurrentDays");
            OptionalInt newer = newer(fields, "NoncurrentVersionTransition", filter);
            Optional<StorageClass> to = destination(fields, "NoncurrentVersionTransition");
            if (days.isPresent()) {
                age(fields, "NoncurrentDays", "NoncurrentVersionTransition", days.getAsInt(), to);
            }
            if (days.isPresent() && to.isPresent()) {
                placed.add(new Placed(fields, new When.AfterDays(days.getAsInt()), to.get()));
                transitions.add(new NoncurrentTransition(days.getAsInt(), newer, to.get()));
            }
        }
        order(placed, "NoncurrentVersionTransition", filter);
        return transitions;
    }

    private static Optional<NoncurrentExpiration> noncurrentExpiration(ElementFields rule, LifecycleFilter filter) {
        Optional<Element> element = rule.child("NoncurrentVersionExpiration");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        ElementFields fields = ElementFields.of(
                element.get(),
                rule.rule(),
                rule.path("NoncurrentVersionExpiration"),
                rule.faults(),
                List.of("NoncurrentDays", "NewerNoncurrentVersions"),
                List.of());
        if (!fields.has("NoncurrentDays")) {
            fields.malformed("NoncurrentDays");
        }
        OptionalInt days = fields.integer("NoncurrentDays");
        OptionalInt newer = newer(fields, "NoncurrentVersionExpiration", filter);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        if (days.getAsInt() < 1) {
            positive(fields, "NoncurrentDays", "NoncurrentVersionExpiration");
        }
        return Optional.of(new NoncurrentExpiration(days.getAsInt(), newer));
    }

    private static OptionalInt newer(ElementFields fields, String action, LifecycleFilter filter) {
        OptionalInt newer = fields.integer("NewerNoncurrentVersions");
        if (newer.isEmpty()) {
            return newer;
        }
        if (filter.ofRule()) {
            fields.fault(
                    "NewerNoncurrentVersions",
                    Code.InvalidRequest,
                    "NewerNoncurrentVersions element can only be used in Lifecycle V2.");
        }
        if (newer.getAsInt() < 1) {
            positive(fields, "NewerNoncurrentVersions", action);
        }
        if (newer.getAsInt() > MOST_NEWER_VERSIONS) {
            fields.fault(
                    "NewerNoncurrentVersions",
                    Code.InvalidArgument,
                    "'NewerNoncurrentVersions' for " + action + " action must not exceed " + MOST_NEWER_VERSIONS);
        }
        return newer;
    }

    private static OptionalInt abort(ElementFields rule, LifecycleFilter filter) {
        Optional<Element> element = rule.child("AbortIncompleteMultipartUpload");
        if (element.isEmpty()) {
            return OptionalInt.empty();
        }
        ElementFields fields = ElementFields.of(
                element.get(),
                rule.rule(),
                rule.path("AbortIncompleteMultipartUpload"),
                rule.faults(),
                List.of("DaysAfterInitiation"),
                List.of());
        withoutTagsOrSize(fields, "", "AbortIncompleteMultipartUpload", filter);
        if (!fields.has("DaysAfterInitiation")) {
            fields.malformed("DaysAfterInitiation");
        }
        OptionalInt days = fields.integer("DaysAfterInitiation");
        if (days.isPresent() && days.getAsInt() < 1) {
            positive(fields, "DaysAfterInitiation", "AbortIncompleteMultipartUpload");
        }
        return days;
    }

    private static void positive(ElementFields fields, String field, String action) {
        fields.fault(
                field, Code.InvalidArgument, "'" + field + "' for " + action + " action must be a positive integer");
    }

    private static void withoutTagsOrSize(ElementFields fields, String field, String action, LifecycleFilter filter) {
        if (!filter.tags().isEmpty()) {
            fields.fault(field, Code.InvalidRequest, action + " cannot be specified with Tags.");
        }
        if (filter.namesSize()) {
            fields.fault(field, Code.InvalidRequest, action + " cannot be specified with Object Size.");
        }
    }

    private static Optional<StorageClass> destination(ElementFields fields, String action) {
        if (!fields.has("StorageClass")) {
            fields.malformed("StorageClass");
            return Optional.empty();
        }
        Optional<String> name = fields.text("StorageClass");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<StorageClass> to = StorageClass.named(name.get());
        if (to.isEmpty()) {
            fields.malformed("StorageClass");
        } else if (!to.get().isDestination()) {
            fields.fault(
                    "StorageClass", Code.InvalidArgument, "Invalid target Storage class for " + action + " action");
            return Optional.empty();
        }
        return to;
    }

    private static void age(ElementFields fields, String field, String action, int days, Optional<StorageClass> to) {
        if (days < 0) {
            fields.fault(field, Code.InvalidArgument, "'" + field + "' in " + action + " action must be nonnegative");
        } else if (to.isPresent() && to.get().isInfrequentAccess() && days < StorageClass.INFREQUENT_ACCESS_AGE_DAYS) {
            fields.fault(
                    field,
                    Code.InvalidArgument,
                    "'" + field + "' in " + action + " action must be greater than or equal to "
                            + StorageClass.INFREQUENT_ACCESS_AGE_DAYS + " for storageClass '" + to.get() + "'");
        }
    }

    // --- order within a rule

    /// A transition and where it stands.
    private record Placed(ElementFields fields, When when, StorageClass to) {
        String field() {
            return switch (when) {
                case When.AfterDays days -> fields.has("NoncurrentDays") ? "NoncurrentDays" : "Days";
                case When.OnDate date -> "Date";
            };
        }

        long day() {
            return switch (when) {
                case When.AfterDays(int days) -> days;
                case When.OnDate(java.time.LocalDate date) -> date.toEpochDay();
            };
        }

        boolean isDated() {
            return when instanceof When.OnDate;
        }
    }

    private static void order(List<Placed> placed, String action, LifecycleFilter filter) {
        String written = "'" + filter.written() + "'";
        for (int at = 0; at < placed.size(); at++) {
            for (int before = 0; before < at; before++) {
                pair(placed.get(before), placed.get(at), action, written);
            }
        }
    }

    private static void pair(Placed first, Placed second, String action, String filter) {
        if (first.to() == second.to()) {
            second.fields()
                    .fault(
                            "StorageClass",
                            Code.InvalidRequest,
                            "'StorageClass' must be different for '" + action + "' actions in same 'Rule' with filter "
                                    + filter);
            return;
        }
        if (first.isDated() != second.isDated()) {
            second.fields()
                    .fault(
                            second.field(),
                            Code.InvalidRequest,
                            "Found mixed 'Date' and 'Days' based " + action + " actions in lifecycle rule for filter "
                                    + filter);
            return;
        }
        boolean turned = second.to().canTransitionTo(first.to());
        Placed above = turned ? second : first;
        Placed below = turned ? first : second;
        long apart = below.day() - above.day();
        String field = below.field();
        if (apart <= 0 || !above.to().canTransitionTo(below.to())) {
            below.fields()
                    .fault(
                            field,
                            Code.InvalidArgument,
                            "'" + field + "' in the '" + action + "' action for StorageClass '" + below.to()
                                    + "' for filter " + filter + " must be greater than '" + field + "' in the '"
                                    + action + "' action for StorageClass '" + above.to() + "' for filter " + filter);
        } else if (apart < above.to().daysBeforeNext()) {
            below.fields()
                    .fault(
                            field,
                            Code.InvalidArgument,
                            "'" + field + "' in the '" + action + "' action for StorageClass '" + below.to()
                                    + "' for filter " + filter + " must be "
                                    + above.to().daysBeforeNext() + " days more than 'filter " + filter + "' in the '"
                                    + action + "' action for StorageClass '" + above.to() + "'");
        }
    }

    private static void expirationAfterTransitions(
            ElementFields rule, LifecycleFilter filter, Optional<Expiration> expiration, List<Transition> transitions) {
        if (expiration.isEmpty() || !(expiration.get() instanceof Expiration.Of(When expires))) {
            return;
        }
        for (Transition transition : transitions) {
            Placed end = new Placed(rule, expires, transition.to());
            Placed move = new Placed(rule, transition.when(), transition.to());
            if (end.isDated() != move.isDated()) {
                rule.fault(
                        "Expiration",
                        Code.InvalidRequest,
                        "Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule for"
                                + " filter '" + filter.written() + "'");
                return;
            }
            if (end.day() <= move.day()) {
                String field = end.isDated() ? "Date" : "Days";
                rule.fault(
                        "Expiration." + field,
                        Code.InvalidArgument,
                        "'" + field + "' in the Expiration action for filter '" + filter.written()
                                + "' must be greater than '" + field + "' in the Transition action");
                return;
            }
        }
    }

    private static void noncurrentExpirationAfterTransitions(
            ElementFields rule,
            LifecycleFilter filter,
            Optional<NoncurrentExpiration> expiration,
            List<NoncurrentTransition> transitions) {
        if (expiration.isPresent()
                && transitions.stream().anyMatch(move -> expiration.get().days() <= move.days())) {
            rule.fault(
                    "NoncurrentVersionExpiration.NoncurrentDays",
                    Code.InvalidArgument,
                    "'NoncurrentDays' in the NoncurrentVersionExpiration action for filter '" + filter.written()
                            + "' must be greater than 'NoncurrentDays' in the NoncurrentVersionTransition action");
        }
    }

    // --- between rules

    /// A configuration keeps to one form: prefixes in the rules (V1) or filters (V2). In V1, prefixes of rules with the
    /// same kind of action may not overlap.
    private void overlaps() {
        boolean filters = !rules.getFirst().filter().ofRule();
        for (LifecycleRule rule : rules) {
            if (rule.filter().ofRule() && filters) {
                faults.add(new LifecycleFault(
                        rule.id(),
                        "Prefix",
                        Code.InvalidRequest,
                        "Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the"
                                + " Filter."));
            } else if (!rule.filter().ofRule() && !filters) {
                faults.add(new LifecycleFault(
                        rule.id(), "Filter", Code.InvalidRequest, "Filter element can only be used in Lifecycle V2."));
            }
        }
        if (filters || joins || !faults.isEmpty()) {
            return;
        }
        Map<String, String> prefixes = new HashMap<>();
        for (LifecycleRule rule : rules) {
            String prefix = rule.filter().prefix().orElse("");
            if (prefixes.put(prefix, rule.id()) != null) {
                faults.add(new LifecycleFault(
                        rule.id(),
                        "Prefix",
                        Code.InvalidArgument,
                        "Found two rules with same prefix '" + prefix + "'"));
            }
        }
        overlapping("Expiration", rule -> rule.expiration().isPresent());
        overlapping("Transition", rule -> !rule.transitions().isEmpty());
        overlapping(
                "NoncurrentVersionExpiration",
                rule -> rule.noncurrentExpiration().isPresent());
        overlapping(
                "NoncurrentVersionTransition",
                rule -> !rule.noncurrentTransitions().isEmpty());
        overlapping(
                "AbortIncompleteMultipartUpload",
                rule -> rule.abortUploadsAfterDays().isPresent());
    }

    private void overlapping(String action, Predicate<LifecycleRule> acts) {
        List<LifecycleRule> acting = rules.stream().filter(acts).toList();
        for (int at = 0; at < acting.size(); at++) {
            String prefix = acting.get(at).filter().prefix().orElse("");
            for (int before = 0; before < at; before++) {
                String other = acting.get(before).filter().prefix().orElse("");
                if (!prefix.equals(other) && (prefix.startsWith(other) || other.startsWith(prefix))) {
                    String shorter = prefix.length() < other.length() ? prefix : other;
                    String longer = prefix.length() < other.length() ? other : prefix;
                    faults.add(new LifecycleFault(
                            acting.get(at).id(),
                            "Prefix",
                            Code.InvalidRequest,
                            "Found overlapping prefixes '" + shorter + "' and '" + longer + "' for same action type '"
                                    + action + "'"));
                    break;
                }
            }
        }
    }
}
