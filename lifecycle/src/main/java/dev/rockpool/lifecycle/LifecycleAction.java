package dev.rockpool.lifecycle;

/// What lifecycle does to an object.
public enum LifecycleAction {
    /// A version moves to another storage class.
    TRANSITION("transition"),
    /// The object of a bucket without versions is deleted.
    EXPIRE("expire"),
    /// A current version is put under a delete marker.
    DELETE_MARKER("delete-marker"),
    /// A noncurrent version goes for good.
    PERMANENTLY_DELETE("permanently-delete"),
    /// A delete marker that is alone goes.
    REMOVE_EXPIRED_DELETE_MARKER("remove-expired-delete-marker"),
    /// An incomplete multipart upload goes, with its parts.
    ABORT_UPLOAD("abort-upload");

    private final String wireName;

    LifecycleAction(String wireName) {
        this.wireName = wireName;
    }

    /// As results of the command line name it.
    public String wireName() {
        return wireName;
    }
}
