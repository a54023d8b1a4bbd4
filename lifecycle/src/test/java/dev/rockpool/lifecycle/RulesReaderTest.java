package dev.rockpool.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.InputException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the service refuses. Sources stand at [RulesReader].
final class RulesReaderTest {
    private static final String EXPIRES = "'Expiration':{'Days':1}";

    private static String rule(String rest) {
        return "{'Rules':[{'ID':'r','Status':'Enabled'" + (rest.isEmpty() ? "" : "," + rest) + "}]}";
    }

    private static List<LifecycleFault> faults(String json) {
        return switch (LifecycleJson.read("rules", json.replace('\'', '"'))) {
            case LifecycleReading.Accepted accepted -> List.of();
            case LifecycleReading.Rejected(List<LifecycleFault> faults) -> faults;
        };
    }

    /// `field code: message` of each fault.
    private static List<String> told(String json) {
        return faults(json).stream()
                .map(fault -> fault.field() + " " + fault.code() + ": " + fault.message())
                .toList();
    }

    private static String malformed(String field) {
        return field
                + " MalformedXML: The XML you provided was not well-formed or did not validate against our published"
                + " schema";
    }

    private static String transitions(String... all) {
        return rule("'Filter':{},'Transitions':[" + String.join(",", all) + "]");
    }

    private static String move(String when, String to) {
        return "{" + when + ",'StorageClass':'" + to + "'}";
    }

    @Test
    void takesWhatTheServiceTakes() {
        assertThat(faults(rule("'Filter':{}," + EXPIRES))).isEmpty();
        assertThat(faults(rule("'Filter':{'Prefix':''}," + EXPIRES))).isEmpty();
        assertThat(faults(rule("'Prefix':''," + EXPIRES))).isEmpty();
        assertThat(faults(transitions(move("'Days':0", "GLACIER_IR")))).isEmpty();
        assertThat(faults(transitions(move("'Days':30", "STANDARD_IA"), move("'Days':60", "GLACIER"))))
                .isEmpty();
        assertThat(faults(transitions(move("'Days':60", "GLACIER"), move("'Days':30", "STANDARD_IA"))))
                .as("in any order")
                .isEmpty();
        assertThat(faults(transitions(move("'Days':0", "GLACIER"), move("'Days':90", "DEEP_ARCHIVE"))))
                .isEmpty();
        assertThat(faults(rule("'Filter':{},'Expiration':{'ExpiredObjectDeleteMarker':true}")))
                .isEmpty();
        assertThat(faults("{'TransitionDefaultMinimumObjectSize':'x',"
                        + rule("'Filter':{}," + EXPIRES).substring(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARD_IA", "ONEZONE_IA"})
    void infrequentAccessNeedsThirtyDays(String to) {
        assertThat(told(transitions(move("'Days':29", to))))
                .containsExactly("Transitions[0].Days InvalidArgument: 'Days' in Transition action must be greater than"
                        + " or equal to 30 for storageClass '" + to + "'");
        assertThat(told(rule("'Filter':{},'NoncurrentVersionTransitions':[" + move("'NoncurrentDays':29", to) + "]")))
                .containsExactly("NoncurrentVersionTransitions[0].NoncurrentDays InvalidArgument: 'NoncurrentDays' in"
                        + " NoncurrentVersionTransition action must be greater than or equal to 30 for storageClass '"
                        + to + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD_IA, 30, GLACIER, 59, 30",
        "STANDARD_IA, 30, ONEZONE_IA, 59, 30",
        "ONEZONE_IA, 31, DEEP_ARCHIVE, 60, 30",
        "GLACIER, 0, DEEP_ARCHIVE, 89, 90",
        "GLACIER_IR, 10, GLACIER, 99, 90"
    })
    void stepsLieApart(String first, int firstDays, String second, int secondDays, int apart) {
        assertThat(told(transitions(move("'Days':" + firstDays, first), move("'Days':" + secondDays, second))))
                .containsExactly(
                        "Transitions[1].Days InvalidArgument: 'Days' in the 'Transition' action for StorageClass '"
                                + second + "' for filter '()' must be " + apart
                                + " days more than 'filter '()'' in the 'Transition' action for StorageClass '" + first
                                + "'");
    }

    @Test
    void stepsLeadDownhill() {
        assertThat(told(transitions(move("'Days':60", "STANDARD_IA"), move("'Days':60", "GLACIER"))))
                .containsExactly(
                        "Transitions[1].Days InvalidArgument: 'Days' in the 'Transition' action for StorageClass"
                                + " 'GLACIER' for filter '()' must be greater than 'Days' in the 'Transition' action for"
                                + " StorageClass 'STANDARD_IA' for filter '()'");
        assertThat(faults(transitions(move("'Days':30", "DEEP_ARCHIVE"), move("'Days':200", "GLACIER"))))
                .hasSize(1);
        assertThat(faults(transitions(move("'Days':30", "ONEZONE_IA"), move("'Days':200", "GLACIER_IR"))))
                .as("neither is below the other")
                .hasSize(1);
        assertThat(told(transitions(move("'Days':30", "GLACIER"), move("'Days':200", "GLACIER"))))
                .containsExactly("Transitions[1].StorageClass InvalidRequest: 'StorageClass' must be different for"
                        + " 'Transition' actions in same 'Rule' with filter '()'");
    }

    @Test
    void expirationComesLast() {
        String filter = "'Filter':{'And':{'Prefix':'a/','Tags':[{'Key':'k','Value':'v'}],'ObjectSizeGreaterThan':1}}";
        assertThat(told(rule(
                        filter + ",'Transitions':[" + move("'Days':60", "GLACIER") + "],'Expiration':{'Days':60}")))
                .containsExactly(
                        "Expiration.Days InvalidArgument: 'Days' in the Expiration action for filter '(prefix=a/"
                                + " and tag: key=k, value=v and objectsizegreaterthan=1)' must be greater than 'Days' in the"
                                + " Transition action");
        assertThat(told(rule("'Filter':{},'Transitions':[" + move("'Date':'2026-02-01'", "GLACIER")
                        + "],'Expiration':{'Date':'2026-02-01'}")))
                .containsExactly(
                        "Expiration.Date InvalidArgument: 'Date' in the Expiration action for filter '()' must be"
                                + " greater than 'Date' in the Transition action");
        assertThat(told(rule("'Filter':{},'NoncurrentVersionTransitions':["
                        + move("'NoncurrentDays':60", "GLACIER")
                        + "],'NoncurrentVersionExpiration':{'NoncurrentDays':60}")))
                .containsExactly("NoncurrentVersionExpiration.NoncurrentDays InvalidArgument: 'NoncurrentDays' in the"
                        + " NoncurrentVersionExpiration action for filter '()' must be greater than 'NoncurrentDays' in"
                        + " the NoncurrentVersionTransition action");
    }

    @Test
    void daysOrDates() {
        assertThat(told(rule("'Filter':{},'Expiration':{'Days':1,'Date':'2026-02-01'}")))
                .containsExactly(malformed("Expiration"));
        assertThat(told(rule("'Filter':{},'Expiration':{}"))).containsExactly(malformed("Expiration"));
        assertThat(told(transitions(move("'Days':1,'Date':'2026-02-01'", "GLACIER"))))
                .containsExactly(malformed("Transitions[0]"));
        assertThat(told(transitions("{'StorageClass':'GLACIER'}"))).containsExactly(malformed("Transitions[0]"));
        assertThat(told(transitions(
                        move("'Days':1", "GLACIER_IR"), move("'Date':'2026-02-01T00:00:00Z'", "DEEP_ARCHIVE"))))
                .containsExactly("Transitions[1].Date InvalidRequest: Found mixed 'Date' and 'Days' based Transition"
                        + " actions in lifecycle rule for filter '()'");
        assertThat(told(rule("'Filter':{},'Transitions':[" + move("'Days':1", "GLACIER")
                        + "],'Expiration':{'Date':'2026-02-01'}")))
                .containsExactly("Expiration InvalidRequest: Found mixed 'Date' and 'Days' based Expiration and"
                        + " Transition actions in lifecycle rule for filter '()'");
    }

    @Test
    void datesAreMidnights() {
        assertThat(told(rule("'Filter':{},'Expiration':{'Date':'2026-02-01T00:00:01Z'}")))
                .containsExactly("Expiration.Date InvalidArgument: 'Date' must be at midnight GMT");
        assertThat(told(rule("'Filter':{},'Expiration':{'Date':'2026-02-01T00:00:00+01:00'}")))
                .containsExactly("Expiration.Date InvalidArgument: 'Date' must be at midnight GMT");
        assertThat(faults(rule("'Filter':{},'Expiration':{'Date':'2026-02-01T01:00:00+01:00'}")))
                .isEmpty();
        assertThat(told(rule("'Filter':{},'Expiration':{'Date':'tomorrow'}")))
                .containsExactly(malformed("Expiration.Date"));
    }

    @Test
    void daysArePositive() {
        assertThat(told(rule("'Filter':{},'Expiration':{'Days':0}")))
                .containsExactly(
                        "Expiration.Days InvalidArgument: 'Days' for Expiration action must be a positive integer");
        assertThat(told(rule("'Filter':{},'NoncurrentVersionExpiration':{'NoncurrentDays':0}")))
                .containsExactly("NoncurrentVersionExpiration.NoncurrentDays InvalidArgument: 'NoncurrentDays' for"
                        + " NoncurrentVersionExpiration action must be a positive integer");
        assertThat(told(rule("'Filter':{},'AbortIncompleteMultipartUpload':{'DaysAfterInitiation':0}")))
                .containsExactly(
                        "AbortIncompleteMultipartUpload.DaysAfterInitiation InvalidArgument:"
                                + " 'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer");
        assertThat(told(transitions(move("'Days':-1", "GLACIER"))))
                .containsExactly(
                        "Transitions[0].Days InvalidArgument: 'Days' in Transition action must be nonnegative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1'", "1.5", "true", "2147483648", "null", "99999999999999999999999", "[1]", "{}"})
    void daysAreWholeNumbers(String days) {
        assertThat(told(rule("'Filter':{},'Expiration':{'Days':" + days + "}"))).contains(malformed("Expiration.Days"));
    }

    @Test
    void markersAndUploadsKnowNoTagsAndSizes() {
        for (String filter : List.of(
                "'Filter':{'Tag':{'Key':'k','Value':'v'}}",
                "'Filter':{'And':{'Prefix':'','Tags':[{'Key':'k','Value':'v'}]}}")) {
            assertThat(told(rule(filter + ",'Expiration':{'ExpiredObjectDeleteMarker':true}")))
                    .containsExactly("Expiration.ExpiredObjectDeleteMarker InvalidRequest: ExpiredObjectDeleteMarker"
                            + " cannot be specified with Tags.");
            assertThat(told(rule(filter + ",'AbortIncompleteMultipartUpload':{'DaysAfterInitiation':1}")))
                    .containsExactly("AbortIncompleteMultipartUpload InvalidRequest: AbortIncompleteMultipartUpload"
                            + " cannot be specified with Tags.");
        }
        String size = "'Filter':{'ObjectSizeLessThan':5}";
        assertThat(told(rule(size + ",'Expiration':{'ExpiredObjectDeleteMarker':true}")))
                .containsExactly("Expiration.ExpiredObjectDeleteMarker InvalidRequest: ExpiredObjectDeleteMarker cannot"
                        + " be specified with Object Size.");
        assertThat(told(rule(size + ",'AbortIncompleteMultipartUpload':{'DaysAfterInitiation':1}")))
                .containsExactly(
                        "AbortIncompleteMultipartUpload InvalidRequest: AbortIncompleteMultipartUpload cannot be"
                                + " specified with Object Size.");
        assertThat(told(rule("'Filter':{},'Expiration':{'Days':1,'ExpiredObjectDeleteMarker':true}")))
                .containsExactly(malformed("Expiration"));
    }

    @Test
    void newerVersionsNeedAFilter() {
        String end = "'NoncurrentVersionExpiration':{'NoncurrentDays':1,'NewerNoncurrentVersions':%d}";
        assertThat(faults(rule("'Filter':{}," + end.formatted(100)))).isEmpty();
        assertThat(told(rule("'Prefix':''," + end.formatted(1))))
                .containsExactly("NoncurrentVersionExpiration.NewerNoncurrentVersions InvalidRequest:"
                        + " NewerNoncurrentVersions element can only be used in Lifecycle V2.");
        assertThat(faults(rule("'Filter':{}," + end.formatted(0)))).hasSize(1);
        assertThat(faults(rule("'Filter':{}," + end.formatted(101)))).hasSize(1);
        assertThat(told(rule("'Filter':{},'NoncurrentVersionExpiration':{'NewerNoncurrentVersions':1}")))
                .containsExactly(malformed("NoncurrentVersionExpiration.NoncurrentDays"));
    }

    @Test
    void filters() {
        assertThat(told(rule(EXPIRES))).containsExactly(malformed("Filter"));
        assertThat(told(rule("'Filter':{},'Prefix':'a'," + EXPIRES))).containsExactly(malformed("Prefix"));
        assertThat(told(rule("'Filter':{'Prefix':'a','ObjectSizeLessThan':5}," + EXPIRES)))
                .containsExactly(malformed("Filter"));
        assertThat(told(rule("'Filter':{'And':{'Prefix':'a'}}," + EXPIRES))).containsExactly(malformed("Filter.And"));
        assertThat(told(rule("'Filter':{'Tags':[]}," + EXPIRES))).containsExactly(malformed("Filter.Tags"));
        assertThat(told(rule("'Filter':'logs/'," + EXPIRES))).containsExactly(malformed("Filter"));
        assertThat(told(rule("'Filter':{'Tag':{'Key':'k'}}," + EXPIRES)))
                .containsExactly(malformed("Filter.Tag.Value"));
        assertThat(told(rule("'Filter':{'And':{'Tags':[{'Key':'k','Value':'1'},{'Key':'k','Value':'2'}]}}," + EXPIRES)))
                .containsExactly("Filter.And.Tags[1].Key InvalidRequest: Duplicate Tag Keys are not allowed.");
        assertThat(told(rule("'Filter':{'Tag':{'Key':'','Value':''}}," + EXPIRES)))
                .containsExactly("Filter.Tag.Key InvalidRequest: A Tag's Key must be a length between 1 and 128.");
        assertThat(told(rule("'Filter':{'And':{'ObjectSizeGreaterThan':5,'ObjectSizeLessThan':5}}," + EXPIRES)))
                .containsExactly("Filter.And.ObjectSizeLessThan InvalidRequest: 'ObjectSizeLessThan' has to be a value"
                        + " greater than 'ObjectSizeGreaterThan'.");
        assertThat(told(rule("'Filter':{'ObjectSizeLessThan':0}," + EXPIRES)))
                .containsExactly(
                        "Filter.ObjectSizeLessThan InvalidRequest: 'ObjectSizeLessThan' should be between 1 and"
                                + " 1099511627776000.");
        assertThat(told(rule("'Filter':{'ObjectSizeGreaterThan':1099511627776001}," + EXPIRES)))
                .containsExactly(
                        "Filter.ObjectSizeGreaterThan InvalidRequest: 'ObjectSizeGreaterThan' should be between"
                                + " 0 and 1099511627776000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3 Glacier Flexible Retrieval", "glacier", "EXPRESS_ONEZONE", ""})
    void unknownClasses(String name) {
        assertThat(told(transitions(move("'Days':1", name)))).containsExactly(malformed("Transitions[0].StorageClass"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARD", "REDUCED_REDUNDANCY"})
    void nothingMovesBack(String name) {
        assertThat(told(transitions(move("'Days':1", name))))
                .containsExactly(
                        "Transitions[0].StorageClass InvalidArgument: Invalid target Storage class for Transition"
                                + " action");
    }

    @Test
    void rulesAsAWhole() {
        assertThat(told("{'Rules':[]}")).containsExactly(malformed("Rules"));
        assertThat(told("{}")).containsExactly(malformed("Rules"));
        assertThat(told("[]")).contains(malformed("Rules"));
        assertThat(told("{'Rules':[{'Filter':{}," + EXPIRES + "}]}")).containsExactly(malformed("Status"));
        assertThat(told("{'Rules':[{'Status':'enabled','Filter':{}," + EXPIRES + "}]}"))
                .containsExactly(malformed("Status"));
        assertThat(told(rule("'Filter':{}")))
                .containsExactly(" InvalidRequest: At least one action needs to be specified in a rule");
        assertThat(told(rule("'Filter':{},'Expire':{}," + EXPIRES))).containsExactly(malformed("Expire"));
        assertThat(told(rule("'Filter':{},'Transition':{'Days':1,'StorageClass':'GLACIER'}," + EXPIRES)))
                .as("the name in XML")
                .contains(malformed("Transitions[0]"));
    }

    @Test
    void ids() {
        String same = "{'ID':'same','Status':'Enabled','Filter':{}," + EXPIRES + "}";
        assertThat(told("{'Rules':[" + same + "," + same + "]}"))
                .containsExactly("ID InvalidArgument: Rule ID must be unique. Found same ID for more than one rule");
        assertThat(told(same.replace("same", "x".repeat(256)).transform(rule -> "{'Rules':[" + rule + "]}")))
                .containsExactly("ID InvalidArgument: ID length should not exceed allowed limit of 255");
        assertThat(faults(same.replace("same", "x".repeat(255)).transform(rule -> "{'Rules':[" + rule + "]}")))
                .isEmpty();
    }

    @Test
    void aThousandRules() {
        String rule = "{'Status':'Enabled','Filter':{}," + EXPIRES + "}";
        String thousand = IntStream.range(0, 1000).mapToObj(at -> rule).collect(Collectors.joining(","));
        assertThat(faults("{'Rules':[" + thousand + "]}")).isEmpty();
        assertThat(told("{'Rules':[" + thousand + "," + rule + "]}"))
                .containsExactly(
                        "Rules InvalidRequest: The number of lifecycle rules must not exceed the allowed limit of"
                                + " 1000 rules.");
    }

    @Test
    void oneFormForAllRules() {
        String filter = "{'ID':'f','Status':'Enabled','Filter':{}," + EXPIRES + "}";
        String prefix = "{'ID':'p','Status':'Enabled','Prefix':'a'," + EXPIRES + "}";
        assertThat(told("{'Rules':[" + filter + "," + prefix + "]}"))
                .containsExactly("Prefix InvalidRequest: Base level prefix cannot be used in Lifecycle V2, prefixes are"
                        + " only supported in the Filter.");
        assertThat(told("{'Rules':[" + prefix + "," + filter + "]}"))
                .containsExactly("Filter InvalidRequest: Filter element can only be used in Lifecycle V2.");
    }

    @Test
    void prefixesOfTheOldFormDoNotOverlap() {
        String old =
                "{'Rules':[{'Status':'Enabled','Prefix':'%s'," + EXPIRES + "},{'Status':'Enabled','Prefix':'%s',%s}]}";
        assertThat(told(old.formatted("logs/", "logs/2026/", EXPIRES)))
                .containsExactly("Prefix InvalidRequest: Found overlapping prefixes 'logs/' and 'logs/2026/' for same"
                        + " action type 'Expiration'");
        assertThat(told(old.formatted("a", "a", EXPIRES)))
                .containsExactly("Prefix InvalidArgument: Found two rules with same prefix 'a'");
        assertThat(faults(old.formatted("a", "ab", "'AbortIncompleteMultipartUpload':{'DaysAfterInitiation':1}")))
                .isEmpty();
        assertThat(faults(old.formatted("a", "b", EXPIRES))).isEmpty();
    }

    @Test
    void allFaultsAreFound() {
        List<LifecycleFault> faults = faults("{'Rules':[{'Status':'Enabled','Filter':{},'Expiration':{'Days':0}},"
                + "{'ID':'two','Status':'Enabled','Filter':{}}]}");
        assertThat(faults).extracting(LifecycleFault::rule).containsExactly("#1", "two");
        assertThat(faults.getFirst().sentence())
                .isEqualTo("rule #1, Expiration.Days: InvalidArgument: 'Days' for Expiration action must be a positive"
                        + " integer");
    }

    @Test
    void noJson() {
        assertThatThrownBy(() -> LifecycleJson.read("rules.json", "{\n  \"Rules\": [}"))
                .isInstanceOf(InputException.class)
                .hasMessage("rules.json:2: the text is not valid JSON.");
    }
}
