package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.encryption.ReadAttempt.Mishap;
import dev.rockpool.simulators.encryption.ReadAttempt.Right;
import dev.rockpool.simulators.encryption.ReadAttempt.Way;
import dev.rockpool.simulators.encryption.ReadStep.Place;
import java.util.ArrayList;
import java.util.List;

/// A reader's path to an object, layer by layer, and where it stops.
///
/// Nothing is looked up: the outcome follows from who holds the keys of the mode's layers and from what the reader has.
///
/// @param mode how the object is encrypted
/// @param attempt who wants to read it
/// @param outcome what they end with
/// @param steps in order; the last one says so
public record ObjectReading(EncryptionMode mode, ReadAttempt attempt, Outcome outcome, List<ReadStep> steps) {
    public ObjectReading {
        steps = List.copyOf(steps);
    }

    /// The path of `threat`, in sentences.
    static ObjectReading of(EncryptionMode mode, Threat threat, KeyState key, LabTexts texts) {
        Path path = new Path(mode, threat.attempt(), key, texts);
        path.note(
                threat.attempt().way() == Way.MEDIA ? Place.MEDIA : Place.READER,
                "begin." + threat.word(),
                mode.word());
        return path.walked();
    }

    /// The path of any reader.
    static ObjectReading of(EncryptionMode mode, ReadAttempt attempt, LabTexts texts) {
        return new Path(mode, attempt, KeyState.ENABLED, texts).walked();
    }

    /// A path in the making.
    private static final class Path {
        private final EncryptionMode asked;
        private final ReadAttempt attempt;
        private final KeyState key;
        private final LabTexts texts;
        private final List<ReadStep> steps = new ArrayList<>();
        private EncryptionMode mode;

        Path(EncryptionMode mode, ReadAttempt attempt, KeyState key, LabTexts texts) {
            this.asked = mode;
            this.mode = mode;
            this.attempt = attempt;
            this.key = key;
            this.texts = texts;
        }

        ObjectReading walked() {
            Outcome outcome = switch (attempt.way()) {
                case MEDIA -> fromMedia();
                case REQUEST, WIRE -> fromS3();
            };
            return new ObjectReading(asked, attempt, outcome, steps);
        }

        /// Whoever reads where the bytes lie must bring every key: no policy is asked, and nobody hands one out.
        private Outcome fromMedia() {
            for (int layer = 0; layer < mode.layers().size(); layer++) {
                KeyHolder holder = mode.layers().get(layer);
                if (holder != KeyHolder.S3 || !attempt.has(Right.SERVICE_KEYS)) {
                    return stop(Outcome.CIPHERTEXT, Place.MEDIA, layer, "media.closed." + holder);
                }
                open(Place.MEDIA, layer, false, "media.open." + holder);
            }
            return stop(Outcome.PLAINTEXT, Place.MEDIA, -1, mode.layers().isEmpty() ? "media.plain" : "media.opened");
        }

        private Outcome fromS3() {
            if (attempt.mishap() == Mishap.NEW_BUCKET) {
                if (mode.layers().contains(KeyHolder.REQUESTER)) {
                    return stop(Outcome.DENIED, Place.S3, -1, "upload.blocked");
                }
                if (mode.layers().contains(KeyHolder.KMS_CUSTOMER) && key != KeyState.ENABLED) {
                    return stop(Outcome.DENIED, Place.S3, -1, "upload.key." + key.word());
                }
                note(Place.S3, mode == EncryptionMode.NONE ? "upload.default" : "upload.asked");
                mode = mode.inNewBucket();
            }
            if (!attempt.has(Right.READ_OBJECT)) {
                return stop(Outcome.DENIED, Place.S3, -1, "s3.denied");
            }
            if (attempt.way() == Way.WIRE && mode.usesKms()) {
                return stop(Outcome.DENIED, Place.S3, -1, "s3.insecure.kms");
            }
            if (attempt.way() == Way.WIRE && mode.layers().contains(KeyHolder.REQUESTER)) {
                return stop(Outcome.DENIED, Place.S3, -1, "s3.insecure.requester");
            }
            note(Place.S3, attempt.has(Right.IDENTITY) ? "s3.allowed" : "s3.public");
            if (mode.layers().isEmpty()) {
                note(Place.S3, attempt.mishap() == Mishap.FLIPPED ? "s3.changed" : "s3.unencrypted");
            }
            for (int layer = 0; layer < mode.layers().size(); layer++) {
                int before = steps.size();
                Outcome met = opened(layer);
                if (met != Outcome.PLAINTEXT) {
                    return met;
                }
                if (attempt.mishap() == Mishap.FLIPPED) {
                    closeAgain(before);
                    return stop(Outcome.UNAVAILABLE, Place.S3, layer, "s3.tag");
                }
            }
            return stop(
                    Outcome.PLAINTEXT,
                    Place.READER,
                    -1,
                    attempt.way() == Way.WIRE
                            ? "wire.plaintext"
                            : attempt.mishap() == Mishap.FLIPPED ? "reader.changed" : "reader.plaintext");
        }

        private Outcome opened(int layer) {
            KeyHolder holder = mode.layers().get(layer);
            return switch (holder) {
                case S3 -> {
                    open(Place.S3, layer, false, "s3.own-key");
                    yield Outcome.PLAINTEXT;
                }
                case KMS_MANAGED, KMS_CUSTOMER -> openedByKms(layer, holder);
                case REQUESTER, CLIENT -> openedByOwnKey(layer, holder);
            };
        }

        private Outcome openedByKms(int layer, KeyHolder holder) {
            if (!attempt.has(Right.IDENTITY)) {
                return stop(Outcome.DENIED, Place.S3, layer, "kms.anonymous");
            }
            note(Place.S3, mode.hasBucketKey() ? "kms.ask.bucket" : "kms.ask.object");
            if (attempt.mishap() == Mishap.DELETED && holder.canBeDeleted()) {
                return ask(Outcome.UNAVAILABLE, layer, "kms.deleted");
            }
            if (holder == KeyHolder.KMS_CUSTOMER && key != KeyState.ENABLED) {
                return ask(Outcome.DENIED, layer, "kms.state." + key.word());
            }
            if (attempt.mishap() == Mishap.MOVED) {
                return ask(Outcome.DENIED, layer, mode.hasBucketKey() ? "kms.context.bucket" : "kms.context.object");
            }
            if (holder == KeyHolder.KMS_CUSTOMER && !attempt.has(Right.DECRYPT)) {
                return ask(Outcome.DENIED, layer, "kms.denied");
            }
            open(Place.KMS, layer, true, "kms.granted." + holder);
            return Outcome.PLAINTEXT;
        }

        private Outcome openedByOwnKey(int layer, KeyHolder holder) {
            boolean atS3 = holder == KeyHolder.REQUESTER;
            if (attempt.mishap() == Mishap.LOST || attempt.mishap() == Mishap.DELETED) {
                String why = attempt.mishap() == Mishap.LOST ? "own.lost." : "own.deleted.";
                return stop(Outcome.UNAVAILABLE, atS3 ? Place.S3 : Place.READER, layer, why + holder);
            }
            // what is overheard is what S3 sends: the client opens its own layer afterwards
            if (!attempt.has(Right.OWN_KEY) || attempt.way() == Way.WIRE) {
                return atS3
                        ? stop(Outcome.DENIED, Place.S3, layer, "own.missing.REQUESTER")
                        : stop(Outcome.CIPHERTEXT, Place.READER, layer, "own.missing.CLIENT");
            }
            open(atS3 ? Place.S3 : Place.READER, layer, false, "own.opens." + holder);
            return Outcome.PLAINTEXT;
        }

        /// The key was there, but the layer does not open with it.
        private void closeAgain(int from) {
            for (int at = from; at < steps.size(); at++) {
                ReadStep step = steps.get(at);
                steps.set(
                        at,
                        new ReadStep(
                                step.place(), step.layer(), false, false, step.kms(), step.key(), step.sentence()));
            }
        }

        void note(Place place, String key, Object... arguments) {
            add(place, -1, false, false, false, key, arguments);
        }

        private void open(Place place, int layer, boolean kms, String key) {
            add(place, layer, true, false, kms, key);
        }

        private Outcome ask(Outcome outcome, int layer, String key) {
            add(Place.KMS, layer, false, true, true, key);
            return outcome;
        }

        private Outcome stop(Outcome outcome, Place place, int layer, String key) {
            add(place, layer, false, true, false, key);
            return outcome;
        }

        private void add(
                Place place, int layer, boolean opens, boolean stops, boolean kms, String key, Object... arguments) {
            steps.add(new ReadStep(place, layer, opens, stops, kms, key, texts.get("step." + key, arguments)));
        }
    }
}
