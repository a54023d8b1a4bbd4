package dev.rockpool.app.access;

import dev.rockpool.app.lab.PlatformTrial;
import dev.rockpool.app.store.StoreDesk;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Account;
import dev.rockpool.identity.Role;
import dev.rockpool.identity.policy.PolicyJson;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.RequestHead.Header;
import dev.rockpool.identity.signature.Signer;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.access.PublicAccessBlock;
import dev.rockpool.platform.Platform;
import dev.rockpool.simulators.access.AccessLab;
import dev.rockpool.simulators.access.AccessScenario;
import dev.rockpool.simulators.access.Act;
import dev.rockpool.simulators.access.Asker;
import dev.rockpool.simulators.access.Asking;
import dev.rockpool.simulators.access.ObjectTag;
import dev.rockpool.simulators.access.Outcome;
import dev.rockpool.simulators.access.Passage;
import dev.rockpool.simulators.access.PolicyQuestion;
import dev.rockpool.simulators.access.PolicyShelf;
import dev.rockpool.simulators.access.Team;
import dev.rockpool.simulators.access.Word;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends the request of a scenario to the running object store, signed by a principal of its own, to a
/// bucket of its own under the scenario's policies, and holds the answer against the model's.
///
/// The bucket goes afterwards, whatever came; the principal is a session that ends after a minute. The way
/// is told by the `x-rockpool-` headers of `docs/s3-endpoint.md`. What never comes as far as a store is not
/// sent.
public final class AccessTrial implements PlatformTrial<AccessScenario> {
    private static final AccessLab LAB = new AccessLab();
    private static final String KEY = "tides.csv";
    private static final byte[] BYTES = "high,low\n06:12,12:31\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration SESSION = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PARTNER = "444455556666";
    private static final String OTHER_PARTNER = "777788889999";
    private static final int OK = 200;
    private static final int NO_MORE = 300;
    private static final int FORBIDDEN = 403;

    @Override
    public Answer ask(Platform platform, URI objects, Instant now, AccessScenario scenario) {
        Asking asking = scenario.asking();
        Passage passage = LAB.passage(scenario);
        if (!asking.target().isBucket()) {
            return new Answer(Standing.NOT_ASKED, "access.try.only-buckets");
        }
        if (passage.service().isEmpty()) {
            return new Answer(
                    Standing.NOT_ASKED,
                    "access.try.not-there",
                    passage.steps().getLast().sentence());
        }
        Scratch scratch = new Scratch(platform, scenario);
        Optional<AccessKey> key = scratch.key();
        if (key.isEmpty() && asking.asker() != Asker.ANYBODY) {
            return new Answer(Standing.NOT_ASKED, "access.try.no-root");
        }
        scratch.make();
        try {
            HttpResponse<String> answer = send(scratch, objects, now, scenario, key);
            return compared(passage.outcome(), answer);
        } catch (IOException noAnswer) {
            return new Answer(Standing.NOT_ASKED, "access.try.no-answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(Standing.NOT_ASKED, "access.try.no-answer");
        } finally {
            scratch.drop();
        }
    }

    private static Answer compared(Outcome foreseen, HttpResponse<String> answer) {
        boolean isDone = answer.statusCode() >= OK && answer.statusCode() < NO_MORE;
        boolean agrees = foreseen == Outcome.ALLOWED ? isDone : answer.statusCode() == FORBIDDEN;
        String status = Integer.toString(answer.statusCode());
        String message = isDone ? "" : " " + between(answer.body(), "<Message>", "</Message>");
        return agrees
                ? new Answer(Standing.AGREES, "access.try.agrees." + Word.of(foreseen), status, message)
                : new Answer(Standing.DIFFERS, "access.try.differs." + Word.of(foreseen), status, message);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        int end = text.indexOf(to);
        return start < 0 || end < start ? "" : text.substring(start + from.length(), end);
    }

    private static HttpResponse<String> send(
            Scratch scratch, URI objects, Instant now, AccessScenario scenario, Optional<AccessKey> key)
            throws IOException, InterruptedException {
        Act act = scenario.asking().act();
        String path = "/" + scratch.bucket + (act == Act.READ || act == Act.WRITE ? "/" + KEY : "");
        String query = switch (act) {
            case READ, WRITE -> "";
            case LIST -> "list-type=2";
            case MEND -> "policy=";
        };
        String method = switch (act) {
            case READ, LIST -> "GET";
            case WRITE -> "PUT";
            case MEND -> "DELETE";
        };
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", objects.getAuthority()));
        LAB.headers(scenario).forEach((name, value) -> headers.add(new Header(name, value)));
        RequestHead head = new RequestHead(method, path, query, headers);
        RequestHead signed = key.map(
                        with -> new Signer(with, StoreDesk.REGION, "s3").sign(head, now, new Payload.Unsigned()))
                .orElse(head);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(objects + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(PATIENCE)
                .method(method, act == Act.WRITE ? BodyPublishers.ofByteArray(BYTES) : BodyPublishers.noBody());
        signed.headers().stream()
                .filter(header -> !header.name().equals("Host"))
                .forEach(header -> request.header(header.name(), header.value()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /// A bucket and a principal for one request.
    private static final class Scratch {
        private final Platform platform;
        private final AccessScenario scenario;
        private final StoreDesk desk;
        private final Account own;
        private final String partner;
        private final String bucket;

        Scratch(Platform platform, AccessScenario scenario) {
            this.platform = platform;
            this.scenario = scenario;
            desk = new StoreDesk(platform);
            own = platform.accounts().first();
            partner = own.id().equals(PARTNER) ? OTHER_PARTNER : PARTNER;
            bucket = free();
        }

        private String free() {
            int number = 1;
            while (platform.objects().findBucket("access-trial-" + number).isPresent()) {
                number++;
            }
            return "access-trial-" + number;
        }

        /// A document of the lab, about this bucket and these accounts.
        private String here(String document) {
            return document.replace("arn:aws:s3:::reef", "arn:aws:s3:::" + bucket)
                    .replace(PARTNER, partner)
                    .replace(PolicyQuestion.OWNER, own.id());
        }

        /// What signs the request: a session of a role that is in no list, or the root user's own key.
        Optional<AccessKey> key() {
            Asking asking = scenario.asking();
            return switch (asking.asker()) {
                case ANYBODY -> Optional.empty();
                case ROOT ->
                    platform.accounts().accessKeys().stream()
                            .filter(key -> key.caller().principal().equals(new Principal.Root(own.id())))
                            .findFirst();
                case ROLE, PARTNER -> {
                    boolean isOwn = asking.asker() == Asker.ROLE;
                    Account account = isOwn ? own : new Account(partner, partner, "partner", "");
                    Role role = new Role(
                            account,
                            "/",
                            isOwn ? "Reader" : "Visitor",
                            List.of(),
                            PolicyShelf.document(scenario.rules().identity()).stream()
                                    .map(document -> PolicyJson.read(
                                            "identity policy", PolicyJson.Kind.IDENTITY, here(document)))
                                    .toList(),
                            PolicyShelf.limit(scenario.rules().boundary(), "boundary"));
                    yield Optional.of(platform.accounts()
                            .assume(
                                    role,
                                    "job",
                                    PolicyShelf.limit(scenario.rules().session(), "session policy"),
                                    asking.team() == Team.NONE ? Map.of() : Map.of("team", Word.of(asking.team())),
                                    SESSION));
                }
            };
        }

        void make() {
            desk.create(bucket);
            if (!scenario.rules().publicBlocked()) {
                platform.objects()
                        .putDocument(bucket, BucketDocument.PUBLIC_ACCESS_BLOCK, PublicAccessBlock.NONE.text());
            }
            desk.put(bucket, KEY, tagged(scenario.asking().objectTag()), new ByteArrayInputStream(BYTES));
            PolicyShelf.document(scenario.rules().bucket())
                    .ifPresent(
                            document -> platform.objects().putDocument(bucket, BucketDocument.POLICY, here(document)));
        }

        private static NewObject tagged(ObjectTag tag) {
            LinkedHashMap<String, String> tags = new LinkedHashMap<>();
            switch (tag) {
                case NONE -> {}
                case TEAM_BLUE -> tags.put("team", "blue");
                case TEAM_RED -> tags.put("team", "red");
                case ACCESS_PUBLIC -> tags.put("access", "public");
            }
            return NewObject.PLAIN.tagged(tags);
        }

        void drop() {
            Optional<String> _ = desk.delete(bucket, KEY);
            platform.objects().deleteBucket(bucket);
        }
    }
}
