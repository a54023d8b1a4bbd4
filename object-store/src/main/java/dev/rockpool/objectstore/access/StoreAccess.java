package dev.rockpool.objectstore.access;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Account;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.Role;
import dev.rockpool.identity.policy.Decision;
import dev.rockpool.identity.policy.Effect;
import dev.rockpool.identity.policy.Policy;
import dev.rockpool.identity.policy.PolicyEvaluator;
import dev.rockpool.identity.policy.PolicyRequest;
import dev.rockpool.identity.policy.PolicyVersion;
import dev.rockpool.identity.policy.Principal;
import dev.rockpool.identity.policy.PublicPolicy;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Decides by all that the service decides by: the caller's policies, the bucket's policy, the ACLs of
/// bucket and object, the ownership of objects, the public access block.
///
/// Sources (S3 user guide, read 2026-11-26): *How Amazon S3 authorizes a request*, *Access control list
/// overview*, *Controlling ownership of objects*, *Blocking public access*, *Policy actions for root
/// users*. What of them decides:
///
/// - Who owns a bucket decides over it and the tags in it; who owns an object decides over reading it and its ACL.
/// Where these are two, the bucket's policy can still deny, and the bucket's owner may always delete and
/// restore.
/// - ACLs count only where ownership is not enforced. A grant is what a policy of the resource would allow.
/// - *IgnorePublicAcls* leaves out grants to everybody. *RestrictPublicBuckets* leaves what a public policy
/// allows to the owner's account and to services.
/// - The root user of the owner's account may read, put and delete the bucket's policy whatever it says, so
/// that nobody locks themselves out.
///
/// Safe for several threads.
public final class StoreAccess implements AccessControl {
    private static final List<String> NEVER_LOCKED =
            List.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

    private final Accounts accounts;
    private final BiFunction<String, BucketDocument, Optional<String>> documents;
    private final BucketPolicies policies;

    /// Access to a store.
    ///
    /// @param documents the texts that the engine keeps of a bucket, `store::document`
    public StoreAccess(Accounts accounts, BiFunction<String, BucketDocument, Optional<String>> documents) {
        this.accounts = accounts;
        this.documents = documents;
        this.policies = new BucketPolicies(accounts);
    }

    /// Whether the root user of the account that owns a bucket may do `action` to it whatever its policy says.
    public static boolean isNeverLocked(String action) {
        return NEVER_LOCKED.contains(action);
    }

    @Override
    public AccessDecision decide(AccessRequest request) {
        if (isPlainlyTheOwners(request)) {
            return AccessDecision.ALLOWED;
        }
        Decision decision = explain(request);
        return decision.allowed() ? AccessDecision.ALLOWED : new AccessDecision(false, message(request, decision));
    }

    @Override
    public boolean isPublicPolicy(String json) {
        return PublicPolicy.isPublic(policies.read(json));
    }

    @Override
    public Optional<String> policyFault(String bucket, String json) {
        return policies.fault(bucket, json);
    }

    /// What comes of a request, with all that led there.
    public Decision explain(AccessRequest request) {
        Optional<Bucket> bucket = request.bucket();
        if (bucket.isEmpty()) {
            return PolicyEvaluator.decide(question(
                    request,
                    request.bucketName().map(name -> "arn:aws:s3:::" + name).orElse("arn:aws:s3:::*"),
                    request.caller().accountId(),
                    List.of(),
                    request.context().get()));
        }
        Question question = new Question(request, bucket.get());
        if (question.isRootAndNeverLocked()) {
            return new Decision(
                    true,
                    false,
                    "root",
                    List.of(new Decision.Step(
                            "identity",
                            "not applicable",
                            "",
                            "The root user of the bucket's account may always mend its policy.")));
        }
        return question.answer();
    }

    /// Who of all that are known here may do `action`: everybody, then each root user, user and role of each account.
    /// As asked over a secure connection from nowhere in particular.
    ///
    /// @param object the version meant; empty for an action on the bucket
    public List<Reach> whoMay(String action, Bucket bucket, Optional<StoredObject> object) {
        List<Caller> callers = new ArrayList<>();
        callers.add(Caller.ANONYMOUS);
        accounts.all().forEach(account -> callers.add(Caller.root(account)));
        accounts.accessKeys().stream()
                .map(AccessKey::caller)
                .filter(caller -> !(caller.principal() instanceof Principal.Root))
                .forEach(callers::add);
        for (Role role : accounts.roles()) {
            callers.add(new Caller(
                    new Principal.Role(role.account().id(), role.path(), role.name()),
                    Optional.of(role.account()),
                    role.policies(),
                    role.boundary(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
        }
        RequestContext context =
                RequestContext.builder().put("aws:SecureTransport", "true").build();
        return callers.stream()
                .map(caller -> new Reach(
                        caller.arn(),
                        explain(new AccessRequest(
                                caller,
                                action,
                                Optional.of(bucket),
                                Optional.of(bucket.name()),
                                object.map(StoredObject::key),
                                () -> object,
                                () -> context))))
                .toList();
    }

    /// The commonest case, told without making a context: the root user of the bucket's account, no policy,
    /// and an object that is the bucket owner's.
    private boolean isPlainlyTheOwners(AccessRequest request) {
        if (!(request.caller().principal() instanceof Principal.Root)
                || request.caller().session().isPresent()) {
            return false;
        }
        if (request.bucket().isEmpty()) {
            return true;
        }
        Bucket bucket = request.bucket().get();
        if (!isOwner(request.caller(), bucket.owner())
                || documents.apply(bucket.name(), BucketDocument.POLICY).isPresent()) {
            return false;
        }
        return ownership(bucket) == ObjectOwnership.BUCKET_OWNER_ENFORCED
                || !S3Action.isDecidedByObjectOwner(request.action())
                || request.object()
                        .get()
                        .map(object -> isOwner(request.caller(), object.owner()))
                        .orElse(true);
    }

    private static boolean isOwner(Caller caller, Owner owner) {
        return caller.account()
                .map(account -> account.canonicalId().equals(owner.canonicalId()))
                .orElse(false);
    }

    private ObjectOwnership ownership(Bucket bucket) {
        return documents
                .apply(bucket.name(), BucketDocument.OWNERSHIP)
                .flatMap(ObjectOwnership::named)
                .orElse(ObjectOwnership.OBJECT_WRITER);
    }

    private PublicAccessBlock block(Bucket bucket) {
        return documents
                .apply(bucket.name(), BucketDocument.PUBLIC_ACCESS_BLOCK)
                .map(PublicAccessBlock::parse)
                .orElse(PublicAccessBlock.NONE);
    }

    /// The id of the account that an owner is; an owner that is no account here has one nobody shares.
    private String accountId(Owner owner) {
        return accounts.byCanonicalId(owner.canonicalId()).map(Account::id).orElse("canonical:" + owner.canonicalId());
    }

    /// A question about a bucket that exists.
    private final class Question {
        private final AccessRequest request;
        private final Bucket bucket;
        private final boolean aclsCount;
        private final PublicAccessBlock block;
        private final Optional<StoredObject> object;
        private final boolean objectOwnerDecides;

        Question(AccessRequest request, Bucket bucket) {
            this.request = request;
            this.bucket = bucket;
            this.aclsCount = ownership(bucket) != ObjectOwnership.BUCKET_OWNER_ENFORCED;
            this.block = block(bucket);
            boolean looks = request.key().isPresent()
                    && (S3Action.seesTags(request.action())
                            || (aclsCount && S3Action.isDecidedByObjectOwner(request.action())));
            this.object = looks ? request.object().get() : Optional.empty();
            this.objectOwnerDecides =
                    aclsCount && S3Action.isDecidedByObjectOwner(request.action()) && object.isPresent();
        }

        boolean isRootAndNeverLocked() {
            return request.caller().principal() instanceof Principal.Root
                    && isOwner(request.caller(), bucket.owner())
                    && isNeverLocked(request.action());
        }

        Decision answer() {
            Owner owner = objectOwnerDecides ? object.map(StoredObject::owner).orElse(bucket.owner()) : bucket.owner();
            boolean foreignObject = !owner.canonicalId().equals(bucket.owner().canonicalId());
            List<Policy> resource = new ArrayList<>();
            documents
                    .apply(bucket.name(), BucketDocument.POLICY)
                    .map(json -> policies.policy(bucket.name(), json))
                    .ifPresent(
                            policy -> resource.add(foreignObject || isRestricted(policy) ? denials(policy) : policy));
            if (aclsCount) {
                resource.add(acl());
            }
            return PolicyEvaluator.decide(
                    question(request, arn(), Optional.of(accountId(owner)), resource, context(owner)));
        }

        private boolean isRestricted(Policy policy) {
            return block.restrictPublicBuckets()
                    && !isOwner(request.caller(), bucket.owner())
                    && !(request.caller().principal() instanceof Principal.Service)
                    && PublicPolicy.isPublic(policy);
        }

        private static Policy denials(Policy policy) {
            return new Policy(
                    policy.name(),
                    policy.version(),
                    policy.statements().stream()
                            .filter(statement -> statement.effect() == Effect.DENY)
                            .toList());
        }

        private Policy acl() {
            if (objectOwnerDecides) {
                StoredObject known = object.orElseThrow();
                return S3Action.neededOfObject(request.action())
                        .map(needed -> AclStatements.of(
                                "object ACL",
                                AccessControlList.of(known.acl(), known.owner()),
                                request.action(),
                                needed,
                                block.ignorePublicAcls(),
                                accounts))
                        .orElseGet(() -> new Policy("object ACL", PolicyVersion.V2012, List.of()));
            }
            return S3Action.neededOfBucket(request.action())
                    .map(needed -> AclStatements.of(
                            "bucket ACL",
                            AccessControlList.of(documents.apply(bucket.name(), BucketDocument.ACL), bucket.owner()),
                            request.action(),
                            needed,
                            block.ignorePublicAcls(),
                            accounts))
                    .orElseGet(() -> new Policy("bucket ACL", PolicyVersion.V2012, List.of()));
        }

        private String arn() {
            String name = "arn:aws:s3:::" + bucket.name();
            return request.key().map(key -> name + "/" + key).orElse(name);
        }

        private RequestContext context(Owner owner) {
            RequestContext.Builder keys = request.context().get().toBuilder();
            keys.putIfAbsent("s3:ResourceAccount", accountId(owner));
            if (S3Action.seesTags(request.action())) {
                object.ifPresent(
                        known -> known.tags().forEach((key, value) -> keys.put("s3:ExistingObjectTag/" + key, value)));
            }
            return keys.build();
        }
    }

    private static PolicyRequest question(
            AccessRequest request,
            String arn,
            Optional<String> resourceAccount,
            List<Policy> resource,
            RequestContext context) {
        Caller caller = request.caller();
        RequestContext.Builder keys = context.toBuilder();
        caller.tags().forEach((key, value) -> keys.put("aws:PrincipalTag/" + key, value));
        caller.tokenIssued().ifPresent(at -> keys.putIfAbsent("aws:TokenIssueTime", at.toString()));
        return new PolicyRequest(
                caller.principal(),
                request.action(),
                arn,
                resourceAccount,
                keys.build(),
                caller.identity(),
                resource,
                caller.boundary(),
                caller.session(),
                List.of(),
                List.of());
    }

    /// The service's words: within the owner's account they say what decided, to others nothing.
    private String message(AccessRequest request, Decision decision) {
        boolean within = request.bucket()
                .map(bucket -> isOwner(request.caller(), bucket.owner()))
                .orElse(!request.caller().isAnonymous());
        if (!within) {
            return AccessDecision.DENIED.message();
        }
        String policy = switch (decision.decidedBy()) {
            case "resource_policy" -> "resource-based policy";
            case "boundary" -> "permissions boundary";
            case "session" -> "session policy";
            default -> "identity-based policy";
        };
        String arn = "arn:aws:s3:::"
                + request.bucketName().orElse("*")
                + request.key().map(key -> "/" + key).orElse("");
        String article = policy.startsWith("i") ? "an " : "a ";
        return "User: " + request.caller().arn() + " is not authorized to perform: " + request.action()
                + " on resource: \"" + arn + "\" "
                + (decision.explicit()
                        ? "with an explicit deny in " + article + policy
                        : "because no " + policy + " allows the " + request.action() + " action");
    }
}
