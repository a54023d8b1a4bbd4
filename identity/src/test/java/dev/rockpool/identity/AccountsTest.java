package dev.rockpool.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.identity.policy.Principal;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Accounts, from a file and made up.
final class AccountsTest {
    private static final InstantSource WALL = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
    private static final String FILE = """
            {"accounts": [
              {"id": "111122223333", "canonicalId": "canon", "displayName": "Pool", "email": "Pool@Example.com",
               "users": [
                 {"name": "owner", "accessKey": "ROOTKEY", "secretKey": "s", "root": true},
                 {"name": "carlos", "path": "/staff/", "accessKey": "USERKEY", "secretKey": "s",
                  "policies": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}],
                  "boundary": {"Version": "2012-10-17", "Statement": []}, "tags": {"team": "red"}}],
               "roles": [{"name": "Reader", "path": "/app/",
                 "trust": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}],
                 "policies": [{"Version": "2008-10-17", "Statement":
                   {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}}]}]},
              {"id": "444455556666", "displayName": "", "email": "", "canonicalId": null}]}""";

    @TempDir
    Path folder;

    private static Accounts parse(String json) {
        return Accounts.parse("accounts.json", json, new SplittableRandom(3), WALL);
    }

    @Test
    void aFileSaysWhoIsThere() {
        Accounts accounts = parse(FILE);
        assertThat(accounts.all()).hasSize(2);
        assertThat(accounts.first()).isEqualTo(new Account("111122223333", "canon", "Pool", "Pool@Example.com"));
        assertThat(accounts.account("444455556666"))
                .contains(new Account("444455556666", "444455556666", "444455556666", ""));
        assertThat(accounts.byCanonicalId("canon")).contains(accounts.first());
        assertThat(accounts.byEmail("pool@example.COM")).contains(accounts.first());
        assertThat(accounts.byEmail("")).isEmpty();
        assertThat(accounts.accessKeys()).extracting(AccessKey::id).containsExactly("ROOTKEY", "USERKEY");
        Caller root = accounts.accessKey("ROOTKEY").orElseThrow().caller();
        assertThat(root.principal()).isEqualTo(new Principal.Root("111122223333"));
        Caller user = accounts.accessKey("USERKEY").orElseThrow().caller();
        assertThat(user.arn()).isEqualTo("arn:aws:iam::111122223333:user/staff/carlos");
        assertThat(user.identity()).hasSize(1);
        assertThat(user.boundary()).isPresent();
        assertThat(user.tags()).isEqualTo(Map.of("team", "red"));
        assertThat(accounts.accessKey("USERKEY").orElseThrow().toString()).doesNotContain("secret", "=s");
        assertThat(accounts.accessKey("NONE")).isEmpty();
    }

    @Test
    void aSessionHasWhatItsRoleHas() {
        Accounts accounts = parse(FILE);
        Role role = accounts.role("arn:aws:iam::111122223333:role/app/Reader").orElseThrow();
        assertThat(role.trust()).hasSize(1);
        AccessKey key = accounts.assume(role, "today", Optional.empty(), Map.of("team", "blue"), Duration.ofHours(1));
        assertThat(key.id()).startsWith("ASIA").hasSize(20);
        assertThat(key.secret()).hasSize(40);
        assertThat(key.session().orElseThrow().expires())
                .isEqualTo(WALL.instant().plusSeconds(3600));
        assertThat(key.caller().arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/Reader/today");
        assertThat(key.caller().identity()).isEqualTo(role.policies());
        assertThat(accounts.accessKey(key.id())).contains(key);
        assertThat(accounts.accessKeys()).doesNotContain(key);
    }

    @Test
    void theOldestSessionGivesWay() {
        Accounts accounts = parse(FILE);
        Role role = accounts.role("arn:aws:iam::111122223333:role/app/Reader").orElseThrow();
        AccessKey first = accounts.assume(role, "first", Optional.empty(), Map.of(), Duration.ofHours(1));
        AccessKey last = first;
        for (int at = 0; at < Accounts.MOST_SESSIONS; at++) {
            last = accounts.assume(role, "next", Optional.empty(), Map.of(), Duration.ofHours(1));
        }
        assertThat(accounts.accessKey(first.id())).isEmpty();
        assertThat(accounts.accessKey(last.id())).isPresent();
    }

    @Test
    void withoutAFileOneAccountIsMadeUpAndKept() throws Exception {
        Accounts made = Accounts.generated(folder.resolve("data"), new SplittableRandom(1), WALL);
        Accounts again = Accounts.generated(folder.resolve("data"), new SplittableRandom(2), WALL);
        AccessKey key = made.accessKeys().getFirst();
        assertThat(again.accessKeys().getFirst()).isEqualTo(key);
        assertThat(key.id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(key.secret()).matches("[A-Za-z0-9]{40}");
        assertThat(key.caller().principal()).isInstanceOf(Principal.Root.class);
        assertThat(made.first().canonicalId()).matches("[0-9a-f]{64}");
        Accounts other = Accounts.generated(folder.resolve("other"), new SplittableRandom(2), WALL);
        assertThat(other.accessKeys().getFirst().id()).isNotEqualTo(key.id());
        Path file = folder.resolve("data/accounts.json");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        assertThatThrownBy(() -> Accounts.generated(blocked, new SplittableRandom(2), WALL))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageEndingWith("the generated credentials cannot be written.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                [                                              | accounts.json:1: the text is not valid JSON.
                {}                                             | accounts.json: accounts must be an array of at least one account.
                {'accounts':[],'x':1}                          | accounts.json: accounts must be an array of at least one account.
                {'accounts':[7]}                               | accounts.json: accounts[0] must be an object.
                {'accounts':[{}]}                              | accounts.json: accounts[0] lacks the field id.
                {'accounts':[{'id':'12'}]}                     | accounts.json: accounts[0].id must be twelve digits, not '12'.
                {'accounts':[{'id':'111122223333','e':1}]}     | accounts.json: accounts[0] has no field 'e'.
                {'accounts':[{'id':'111122223333'},{'id':'111122223333'}]} | accounts.json: accounts[1].id is there twice: '111122223333'.
                {'accounts':[{'id':'111122223333','users':{}}]} | accounts.json: accounts[0].users must be an array.
                {'accounts':[{'id':'111122223333','users':[{'name':'a b'}]}]} | accounts.json: accounts[0].users[0].name must be 1 to 128 letters, digits or any of +=,.@_-, not 'a b'.
                {'accounts':[{'id':'111122223333','users':[{'name':'a','accessKey':'K/K'}]}]} | accounts.json: accounts[0].users[0].accessKey must be 1 to 128 letters, digits, _, . or -, not 'K/K'.
                {'accounts':[{'id':'111122223333','users':[{'name':'a','accessKey':'KEY'}]}]} | accounts.json: accounts[0].users[0] lacks the field secretKey.
                {'accounts':[{'id':'111122223333','users':[{'name':'a','accessKey':'KEY','secretKey':'','root':1}]}]} | accounts.json: accounts[0].users[0].secretKey must be a text of 1 to 512 characters.
                {'accounts':[{'id':'111122223333','users':[{'name':'a','accessKey':'KEY','secretKey':'s','root':1}]}]} | accounts.json: accounts[0].users[0].root must be true or false.
                {'accounts':[{'id':'111122223333','users':[{'name':'a','accessKey':'KEY','secretKey':'s','policies':[{}]}]}]} | accounts.json: accounts[0].users[0].policies[0] lacks the field Effect.
                {'accounts':[{'id':'111122223333','users':[{'name':'a','accessKey':'KEY','secretKey':'s','tags':[]}]}]} | accounts.json: accounts[0].users[0].tags must be an object of texts.
                {'accounts':[{'id':'111122223333','roles':[{'name':'r','path':'x'}]}]} | accounts.json: accounts[0].roles[0].path must be / or begin and end with one, not 'x'.
                """)
    void aFaultyFileIsNamedByField(String json, String sentence) {
        assertThatThrownBy(() -> parse(json.replace('\'', '"')))
                .isInstanceOf(InputException.class)
                .hasMessage(sentence.replace('\'', '"'));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path none = folder.resolve("none.json");
        assertThatThrownBy(() -> Accounts.read(none, new SplittableRandom(3), WALL))
                .hasMessage(none + ": there is no such file.");
    }
}
