package dev.rockpool.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.lab.PlatformTrial.Answer;
import dev.rockpool.app.lab.PlatformTrial.Standing;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.serve.PlatformServer;
import dev.rockpool.platform.serve.ServeOptions;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.access.AccessLab;
import dev.rockpool.simulators.access.AccessScenario;
import dev.rockpool.simulators.access.Act;
import dev.rockpool.simulators.access.Asker;
import dev.rockpool.simulators.access.BucketPolicy;
import dev.rockpool.simulators.access.IdentityPolicy;
import dev.rockpool.simulators.access.LimitPolicy;
import dev.rockpool.simulators.access.ObjectTag;
import dev.rockpool.simulators.access.Route;
import dev.rockpool.simulators.access.Rules;
import dev.rockpool.trials.Campaign;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The running store answers what the model says: every policy on one way each, and in the campaign
/// everything on all.
class AccessTrialTest {
    private static final AccessLab LAB = new AccessLab();
    private static final boolean WHOLE = Campaign.isWhole();

    @TempDir
    private static Path folder;

    private static Branches branches;
    private static PlatformServer server;
    private int drawn;

    @BeforeAll
    static void serve() {
        SecureRandom random = new SecureRandom();
        InstantSource wall = InstantSource.system();
        branches = Branches.open(
                PlatformOptions.in(folder).with(ObjectStoreOptions.standard().sync(false)), wall, random);
        server = PlatformServer.open(
                branches,
                ServeOptions.onFreePorts(),
                PriceBook.shipped(),
                wall,
                random,
                (id, method, path, failure) -> {
                    throw new AssertionError(method + " " + path, failure);
                });
    }

    @AfterAll
    static void close() {
        server.close();
        branches.close();
    }

    /// Whether the next of several cases is asked: each in the campaign, otherwise one of `many`.
    private boolean isAsked(int many) {
        return WHOLE || drawn++ % many == 0;
    }

    private static Answer ask(AccessScenario scenario) {
        URI objects = Objects.requireNonNull(server.addresses().get("s3"));
        Answer answer = new AccessTrial()
                .ask(branches.origin(), objects, InstantSource.system().instant(), scenario);
        assertThat(branches.origin().objects().buckets()).as("nothing is left").isEmpty();
        return answer;
    }

    @Test
    void everyBucketPolicyOnEveryWayIsAnsweredAsTheModelSays() {
        int asked = 0;
        for (BucketPolicy policy : BucketPolicy.values()) {
            for (Route route : Route.values()) {
                if (!isAsked(7)) {
                    continue;
                }
                AccessScenario on = LAB.standard().by(route);
                Answer answer = ask(on.with(on.rules().withBucket(policy)));
                assertThat(answer.standing())
                        .as("%s, %s: %s", route, policy, answer)
                        .isEqualTo(route == Route.NONE ? Standing.NOT_ASKED : Standing.AGREES);
                asked += answer.standing() == Standing.AGREES ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(WHOLE ? 5 * BucketPolicy.values().length : 9);
    }

    @Test
    void whoeverAsksForWhateverIsAnsweredAsTheModelSays() {
        AccessScenario standard = LAB.standard();
        for (Asker asker : Asker.values()) {
            for (Act act : Act.values()) {
                for (BucketPolicy policy : new BucketPolicy[] {
                    BucketPolicy.NONE, BucketPolicy.PARTNER, BucketPolicy.PRIVATE_RANGE, BucketPolicy.PUBLIC_BY_TAG
                }) {
                    if (!isAsked(5)) {
                        continue;
                    }
                    AccessScenario scenario = standard.with(standard.asking()
                                    .withAsker(asker)
                                    .withAct(act)
                                    .withTls(false)
                                    .withObjectTag(ObjectTag.ACCESS_PUBLIC))
                            .with(standard.rules()
                                    .withIdentity(IdentityPolicy.EVERYTHING)
                                    .withPublicBlocked(false)
                                    .withBucket(policy));
                    assertThat(ask(scenario).standing())
                            .as("%s, %s, %s", asker, act, policy)
                            .isEqualTo(Standing.AGREES);
                }
            }
        }
    }

    @Test
    void tagsAndLimitsAreAnsweredAsTheModelSays() {
        AccessScenario standard = LAB.standard();
        for (ObjectTag tag : ObjectTag.values()) {
            Rules byTeam = standard.rules().withIdentity(IdentityPolicy.BY_TEAM);
            if (!isAsked(2)) {
                continue;
            }
            assertThat(ask(standard.with(byTeam).with(standard.asking().withObjectTag(tag)))
                            .standing())
                    .isEqualTo(Standing.AGREES);
        }
        for (LimitPolicy limit : LimitPolicy.values()) {
            for (BucketPolicy policy : new BucketPolicy[] {BucketPolicy.NAMES_ROLE, BucketPolicy.NAMES_SESSION}) {
                if (!isAsked(2)) {
                    continue;
                }
                Rules rules = standard.rules().withIdentity(IdentityPolicy.NONE).withBucket(policy);
                assertThat(ask(standard.with(rules.withSession(limit))).standing())
                        .isEqualTo(Standing.AGREES);
                assertThat(ask(standard.with(rules.withBoundary(limit))).standing())
                        .isEqualTo(Standing.AGREES);
            }
        }
    }

    @Test
    void presetsAgreeOrSayWhyNothingIsSent() {
        for (Preset<AccessScenario> preset : LAB.presets()) {
            boolean isSent = !preset.id().equals("stream") && !preset.id().equals("narrow-endpoint");
            if (isSent && !isAsked(3)) {
                continue;
            }
            Answer answer = ask(preset.scenario());
            assertThat(answer.standing())
                    .as("%s: %s", preset.id(), answer)
                    .isEqualTo(isSent ? Standing.AGREES : Standing.NOT_ASKED);
        }
    }
}
