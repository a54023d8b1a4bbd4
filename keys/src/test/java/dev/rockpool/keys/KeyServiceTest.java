package dev.rockpool.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyServiceTest {
    private static final Map<String, String> CONTEXT = Map.of("aws:s3:arn", "arn:aws:s3:::b/k", "b", "2");
    private static final byte[] CLEAR = "the sea".getBytes(UTF_8);
    private static final String MAY_USE =
            "{\"Effect\":\"Allow\",\"Action\":[\"kms:Encrypt\",\"kms:Decrypt\"],\"Resource\":\"*\"}";

    @TempDir
    Path folder;

    private KeyFixture here;

    @BeforeEach
    void open() {
        here = new KeyFixture(folder);
    }

    private static void assertRefused(KeyRefusal.Code code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        KeyRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void whatIsEncryptedIsDecryptedUnderTheSameContextOnly() {
        KeyDescription key = here.made();
        byte[] wrapped = here.keys.encrypt(here.root, key.arn(), CLEAR, CONTEXT).wrapped();

        Envelope opened = here.keys.decrypt(here.root, wrapped, CONTEXT);

        assertThat(opened.clear()).isEqualTo(CLEAR);
        assertThat(opened.keyArn()).isEqualTo(key.arn());
        assertRefused(
                KeyRefusal.Code.INVALID_CIPHERTEXT,
                () -> here.keys.decrypt(here.root, wrapped, Map.of("aws:s3:arn", "arn:aws:s3:::b/other", "b", "2")));
        assertRefused(KeyRefusal.Code.INVALID_CIPHERTEXT, () -> here.keys.decrypt(here.root, wrapped, Map.of()));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        String key = here.made().arn();
        byte[] wrapped = here.keys.encrypt(here.root, key, CLEAR, Map.of()).wrapped();
        for (int bit = 0; bit < wrapped.length * 8; bit++) {
            byte[] broken = wrapped.clone();
            broken[bit / 8] ^= (byte) (1 << (bit % 8));
            assertRefused(KeyRefusal.Code.INVALID_CIPHERTEXT, () -> here.keys.decrypt(here.root, broken, Map.of()));
        }
    }

    @Test
    void dataKeysComeInClearAndWrapped() {
        String key = here.made().arn();
        Envelope envelope = here.keys.generateDataKey(here.root, key, CONTEXT);
        assertThat(envelope.clear()).hasSize(32);
        assertThat(here.keys.decrypt(here.root, envelope.wrapped(), CONTEXT).clear())
                .isEqualTo(envelope.clear());
        assertThat(here.keys.generateDataKey(here.root, key, CONTEXT).clear()).isNotEqualTo(envelope.clear());
        assertThat(envelope).asString().doesNotContain("[B");
    }

    @Test
    void aKeyIsFoundByIdArnAndAlias() {
        KeyDescription key = here.made();
        here.keys.administration().createAlias(here.root, "alias/pool", key.id().toString());
        for (String name : List.of(
                key.id().toString(), key.arn(), "alias/pool", "arn:aws:kms:us-east-1:111111111111:alias/pool")) {
            assertThat(here.keys.describe(here.root, name).id()).isEqualTo(key.id());
        }
        assertRefused(KeyRefusal.Code.NOT_FOUND, () -> here.keys.describe(here.root, "alias/puddle"));
        assertRefused(
                KeyRefusal.Code.NOT_FOUND, () -> here.keys.describe(here.root, "01234567-89ab-cdef-0123-456789abcdef"));
        assertRefused(KeyRefusal.Code.NOT_FOUND, () -> here.keys.describe(here.root, "no key"));
        assertRefused(KeyRefusal.Code.INVALID_ARN, () -> here.keys.describe(here.root, "arn:aws:s3:::bucket"));
        assertRefused(
                KeyRefusal.Code.NOT_FOUND,
                () -> here.keys.describe(here.root, key.arn().replace("us-east-1", "eu-west-1")));
        assertRefused(
                KeyRefusal.Code.ALREADY_EXISTS,
                () -> here.keys.administration().createAlias(here.root, "alias/pool", key.arn()));
        KeyDescription second = here.made();
        here.keys.administration().updateAlias(here.root, "alias/pool", second.arn());
        assertThat(here.keys.find(here.root, "alias/pool").id()).isEqualTo(second.id());
        here.keys.administration().deleteAlias(here.root, "alias/pool");
        assertThat(here.keys.administration().listAliases(here.root, Optional.empty()))
                .isEmpty();
    }

    @Test
    void theKeyPolicyHandsTheDecisionToTheAccount() {
        String key = here.made().arn();
        KeyUse nobody = KeyFixture.user(KeyFixture.ACCOUNT, "nobody");
        KeyUse somebody = KeyFixture.user(KeyFixture.ACCOUNT, "somebody", MAY_USE);
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.encrypt(nobody, key, CLEAR, Map.of()));
        byte[] wrapped = here.keys.encrypt(somebody, key, CLEAR, Map.of()).wrapped();
        assertThat(here.keys.decrypt(somebody, wrapped, Map.of()).clear()).isEqualTo(CLEAR);
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.generateDataKey(somebody, key, Map.of()));
    }

    @Test
    void anotherAccountNeedsBothWords() {
        String key = here.made().arn();
        KeyUse stranger = KeyFixture.user(KeyFixture.OTHER, "stranger", MAY_USE);
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.encrypt(stranger, key, CLEAR, Map.of()));
        here.keys.administration().putPolicy(here.root, key, """
                        {"Version":"2012-10-17","Statement":[
                        {"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"},
                        {"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"kms:Encrypt","Resource":"*"}]}
                        """, false);
        assertThat(here.keys.encrypt(stranger, key, CLEAR, Map.of()).keyArn()).isEqualTo(key);
        assertRefused(
                KeyRefusal.Code.ACCESS_DENIED,
                () -> here.keys.encrypt(KeyFixture.user(KeyFixture.OTHER, "bare"), key, CLEAR, Map.of()));
    }

    @Test
    void aPolicyThatLocksItsMakerOutIsRefusedUnlessWanted() {
        String key = here.made().arn();
        String locked = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"222222222222"},\
            "Action":"kms:*","Resource":"*"}}\
            """;
        KeyAdministration administration = here.keys.administration();
        assertRefused(KeyRefusal.Code.MALFORMED_POLICY, () -> administration.putPolicy(here.root, key, locked, false));
        assertRefused(KeyRefusal.Code.MALFORMED_POLICY, () -> administration.putPolicy(here.root, key, "{", false));
        administration.putPolicy(here.root, key, locked, true);
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> administration.policy(here.root, key));
    }

    @Test
    void aGrantLetsOnePrincipalDoNamedThingsUnderAContext() {
        String key = here.made().arn();
        KeyUse grantee = KeyFixture.user(KeyFixture.ACCOUNT, "grantee");
        byte[] wrapped = here.keys.encrypt(here.root, key, CLEAR, CONTEXT).wrapped();
        byte[] other = here.keys.encrypt(here.root, key, CLEAR, Map.of()).wrapped();
        Grants.Wish wish = new Grants.Wish(
                Optional.of("reading"),
                grantee.caller().arn(),
                Optional.empty(),
                Set.of("Decrypt"),
                Optional.empty(),
                Optional.of(Map.of("b", "2")));
        Grant grant = here.keys.grants().create(here.root, key, wish);
        assertThat(here.keys.grants().create(here.root, key, wish)).isEqualTo(grant);

        assertThat(here.keys.decrypt(grantee, wrapped, CONTEXT).clear()).isEqualTo(CLEAR);
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.decrypt(grantee, other, Map.of()));
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.encrypt(grantee, key, CLEAR, CONTEXT));

        here.reopen();
        assertThat(here.keys.grants().list(here.root, key)).containsExactly(grant);
        here.keys.grants().revoke(here.root, key, grant.id());
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.decrypt(grantee, wrapped, CONTEXT));
    }

    @Test
    void aGrantIsRetiredByWhomItNames() {
        String key = here.made().arn();
        KeyUse retirer = KeyFixture.user(KeyFixture.ACCOUNT, "retirer");
        Grant grant = here.keys
                .grants()
                .create(
                        here.root,
                        key,
                        new Grants.Wish(
                                Optional.empty(),
                                "arn:aws:iam::111111111111:user/x",
                                Optional.of(retirer.caller().arn()),
                                Set.of("Encrypt"),
                                Optional.of(Map.of()),
                                Optional.empty()));
        assertThat(here.keys.grants().retirableBy(here.root, retirer.caller().arn()))
                .containsExactly(grant);
        KeyUse stranger = KeyFixture.user(KeyFixture.ACCOUNT, "stranger");
        Optional<String> token = Optional.of(grant.token());
        assertRefused(
                KeyRefusal.Code.ACCESS_DENIED,
                () -> here.keys.grants().retire(stranger, token, Optional.empty(), Optional.empty()));
        here.keys.grants().retire(retirer, token, Optional.empty(), Optional.empty());
        assertThat(here.keys.grants().list(here.root, key)).isEmpty();
    }

    @Test
    void aDisabledKeyDoesNothingUntilItIsEnabled() {
        String key = here.made().arn();
        byte[] wrapped = here.keys.encrypt(here.root, key, CLEAR, Map.of()).wrapped();
        here.keys.administration().disable(here.root, key);
        assertRefused(KeyRefusal.Code.DISABLED, () -> here.keys.decrypt(here.root, wrapped, Map.of()));
        here.keys.administration().enable(here.root, key);
        assertThat(here.keys.decrypt(here.root, wrapped, Map.of()).clear()).isEqualTo(CLEAR);
    }

    @Test
    void aDeletedKeyWaitsAndCanBeSavedUntilItIsGone() {
        KeyDescription key = here.made();
        byte[] wrapped =
                here.keys.encrypt(here.root, key.arn(), CLEAR, Map.of()).wrapped();
        KeyAdministration administration = here.keys.administration();
        assertRefused(KeyRefusal.Code.VALIDATION, () -> administration.scheduleDeletion(here.root, key.arn(), 6));
        assertRefused(KeyRefusal.Code.VALIDATION, () -> administration.scheduleDeletion(here.root, key.arn(), 31));
        assertThat(administration.scheduleDeletion(here.root, key.arn(), 7))
                .isEqualTo(Instant.parse("2026-01-08T00:00:00Z"));
        assertRefused(KeyRefusal.Code.INVALID_STATE, () -> here.keys.decrypt(here.root, wrapped, Map.of()));

        assertThat(administration.cancelDeletion(here.root, key.arn()).state()).isEqualTo(KeyState.DISABLED);
        administration.enable(here.root, key.arn());
        assertThat(here.keys.decrypt(here.root, wrapped, Map.of()).clear()).isEqualTo(CLEAR);

        administration.scheduleDeletion(here.root, key.arn(), 7);
        here.pass(Duration.ofDays(7).minusNanos(1));
        assertThat(here.keys.describe(here.root, key.arn()).state()).isEqualTo(KeyState.PENDING_DELETION);
        here.pass(Duration.ofNanos(1));
        assertRefused(KeyRefusal.Code.NOT_FOUND, () -> here.keys.describe(here.root, key.arn()));
        assertRefused(KeyRefusal.Code.INVALID_CIPHERTEXT, () -> here.keys.decrypt(here.root, wrapped, Map.of()));
        assertThat(here.events).last().isEqualTo(new KeyEvent.Deleted(here.now, key.id()));
    }

    @Test
    void rotationKeepsAllOldMaterial() {
        String key = here.made().arn();
        KeyAdministration administration = here.keys.administration();
        byte[] first = here.keys.encrypt(here.root, key, CLEAR, Map.of()).wrapped();
        administration.enableRotation(here.root, key, 90);
        assertRefused(KeyRefusal.Code.VALIDATION, () -> administration.enableRotation(here.root, key, 89));
        here.pass(Duration.ofDays(200));
        administration.rotate(here.root, key);

        assertThat(administration.rotations(here.root, key))
                .extracting(
                        entry -> entry.since().toString().substring(0, 10), KeyAdministration.RotationEntry::automatic)
                .containsExactly(tuple("2026-04-01", true), tuple("2026-06-30", true), tuple("2026-07-20", false));
        assertThat(administration.rotation(here.root, key))
                .hasValueSatisfying(
                        rotation -> assertThat(rotation.next()).isEqualTo(Instant.parse("2026-09-28T00:00:00Z")));
        here.reopen();
        assertThat(here.keys.decrypt(here.root, first, Map.of()).clear()).isEqualTo(CLEAR);
        here.keys.administration().disableRotation(here.root, key);
        assertThat(here.keys.nextDue()).isEqualTo(Instant.MAX);
    }

    @Test
    void theManagedKeyOfAServiceIsUsedThroughItOnly() {
        KeyDescription managed = here.keys.managedKey(KeyFixture.ACCOUNT.id(), "s3");
        assertThat(here.keys.managedKey(KeyFixture.ACCOUNT.id(), "s3")).isEqualTo(managed);
        assertThat(here.keys.find(here.root, "alias/aws/s3")).isEqualTo(managed);
        KeyUse user = KeyFixture.user(KeyFixture.ACCOUNT, "user");
        KeyUse through = KeyUse.via(user.caller(), "s3.us-east-1.amazonaws.com", RequestContext.EMPTY);
        Envelope envelope = here.keys.generateDataKey(through, managed.arn(), CONTEXT);
        assertThat(here.keys.decrypt(through, envelope.wrapped(), CONTEXT).clear())
                .isEqualTo(envelope.clear());
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.decrypt(user, envelope.wrapped(), CONTEXT));
        assertRefused(
                KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.administration().disable(here.root, managed.arn()));
        KeyUse stranger = KeyUse.via(
                KeyFixture.user(KeyFixture.OTHER, "stranger").caller(),
                "s3.us-east-1.amazonaws.com",
                RequestContext.EMPTY);
        assertRefused(KeyRefusal.Code.ACCESS_DENIED, () -> here.keys.decrypt(stranger, envelope.wrapped(), CONTEXT));
    }

    @Test
    void keysAreThereAgainAfterOpening() {
        KeyDescription key =
                here.keys.administration().createKey(here.root, "kept", Optional.empty(), false, Map.of("team", "sea"));
        byte[] wrapped = here.keys.encrypt(here.root, key.arn(), CLEAR, CONTEXT).wrapped();
        here.keys.administration().tag(here.root, key.arn(), Map.of("more", "x"));
        here.keys.administration().untag(here.root, key.arn(), Set.of("team"));
        here.keys.administration().describe(here.root, key.arn(), "other words");

        here.reopen();

        assertThat(here.keys.decrypt(here.root, wrapped, CONTEXT).clear()).isEqualTo(CLEAR);
        assertThat(here.keys.administration().tags(here.root, key.arn())).isEqualTo(Map.of("more", "x"));
        assertThat(here.keys.administration().listKeys(here.root))
                .extracting(KeyDescription::description)
                .containsExactly("other words");
    }

    @Test
    void aDamagedFileIsSaidAndLeftAlone() throws IOException {
        here.made();
        Path file = folder.resolve("keys.json");
        Files.writeString(file, "{\"version\":1,\"keys\":[{}]}");
        assertThatThrownBy(here::reopen)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("keys.json");
        assertThat(file).hasContent("{\"version\":1,\"keys\":[{}]}");
    }

    @Test
    void usesAreToldWhetherOrNotTheyWereAllowed() {
        KeyDescription key = here.made();
        here.events.clear();
        here.keys.generateDataKey(here.root, key.arn(), Map.of());
        assertRefused(
                KeyRefusal.Code.ACCESS_DENIED,
                () -> here.keys.generateDataKey(KeyFixture.user(KeyFixture.ACCOUNT, "nobody"), key.arn(), Map.of()));
        assertThat(here.events)
                .containsExactly(
                        new KeyEvent.Used(here.now, key.id(), "GenerateDataKey", Optional.empty(), true),
                        new KeyEvent.Used(here.now, key.id(), "GenerateDataKey", Optional.empty(), false));
    }

    @Test
    void boundsAreSaid() {
        String key = here.made().arn();
        assertRefused(KeyRefusal.Code.VALIDATION, () -> here.keys.encrypt(here.root, key, new byte[4_097], Map.of()));
        assertRefused(
                KeyRefusal.Code.VALIDATION,
                () -> here.keys.encrypt(here.root, key, CLEAR, Map.of("k", "x".repeat(9_000))));
        assertRefused(
                KeyRefusal.Code.TAG, () -> here.keys.administration().tag(here.root, key, Map.of("aws:x", "reserved")));
        assertRefused(
                KeyRefusal.Code.INVALID_ALIAS_NAME,
                () -> here.keys.administration().createAlias(here.root, "alias/aws/mine", key));
        assertRefused(
                KeyRefusal.Code.INVALID_ALIAS_NAME,
                () -> here.keys.administration().createAlias(here.root, "pool", key));
    }
}
