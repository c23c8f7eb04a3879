package io.zizhi.platform.operations.audit.anchor;

import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The objects of one service in a bucket with versions and object lock, which nobody can remove while they are locked. */
final class AnchorBucket {

    /** Entries of a listing. Versions and delete markers count. */
    private static final int LISTED = 1_000;

    /** More than the longest anchor has. */
    private static final int LONGEST = 1 << 20;

    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private static final String MODE = "x-amz-object-lock-mode";
    private static final String UNTIL = "x-amz-object-lock-retain-until-date";

    private final MinioClient client;
    private final String bucket;
    private final String prefix;

    /** @param prefix begins the name of every object, and ends with a slash */
    AnchorBucket(MinioClient client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * An object.
     *
     * @param name its name without the prefix
     * @param versions ids of its versions, the oldest first
     * @param markers ids of its delete markers: with object lock, a deletion only adds one
     */
    record Stored(String name, List<String> versions, Set<String> markers) {}

    /**
     * Objects by name.
     *
     * @param complete whether no others follow
     */
    record Listing(List<Stored> objects, boolean complete) {}

    /** @throws IllegalStateException if the bucket does not exist, or does not protect its objects */
    void requireLock() {
        try {
            call(() -> client.getObjectLockConfiguration(
                    GetObjectLockConfigurationArgs.builder().bucket(bucket).build()));
        } catch (RefusedException refused) {
            throw new IllegalStateException(
                    "The bucket " + bucket + " has no object lock (" + refused.code()
                            + "), so its owner could replace the anchors of the audit log. Set "
                            + AnchorBucketSettings.BUCKET
                            + " to a bucket that was created with object lock, and let this service read its lock"
                            + " (docs/operations.md, Audit log).",
                    refused);
        }
        VersioningConfiguration.Status versioning;
        try {
            versioning = call(() -> client.getBucketVersioning(
                            GetBucketVersioningArgs.builder().bucket(bucket).build()))
                    .status();
        } catch (RefusedException refused) {
            throw noVersions(refused.code(), refused);
        }
        if (versioning != VersioningConfiguration.Status.ENABLED) {
            throw noVersions(String.valueOf(versioning), null);
        }
    }

    private IllegalStateException noVersions(String reason, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The bucket " + bucket + " keeps no versions (" + reason
                        + "). Enable versioning, and let this service read that (docs/operations.md, Audit log).",
                cause);
    }

    /**
     * Lists objects whose name begins with {@code start} and follows {@code after}. The client returns the delete markers
     * of a page after its versions, so the last object of an incomplete listing is left to the next one. An object with
     * so many versions that its oldest one is not listed is returned without versions; its newest version ids are listed
     * as markers.
     */
    Listing list(String start, String after) {
        SortedMap<String, List<String>> versions = new TreeMap<>();
        Map<String, Set<String>> markers = new HashMap<>();
        Iterator<Result<Item>> items = entries(start, after).iterator();
        int count = 0;
        for (; count < LISTED && items.hasNext(); count++) {
            Result<Item> result = items.next();
            Item item = call(result::get);
            String name = item.objectName().substring(prefix.length());
            if (name.compareTo(after) > 0) {
                List<String> known = versions.computeIfAbsent(name, absent -> new ArrayList<>());
                if (item.isDeleteMarker()) {
                    markers.computeIfAbsent(name, absent -> new TreeSet<>()).add(item.versionId());
                } else {
                    // the newest comes first
                    known.addFirst(item.versionId());
                }
            }
        }
        boolean complete = count < LISTED;
        if (!complete && versions.size() == 1) {
            markers.computeIfAbsent(versions.firstKey(), absent -> new TreeSet<>())
                    .addAll(versions.firstEntry().getValue());
            versions.put(versions.firstKey(), List.of());
        } else if (!complete) {
            versions.remove(versions.lastKey());
        }
        return new Listing(
                versions.entrySet().stream()
                        .map(each -> new Stored(
                                each.getKey(), each.getValue(), markers.getOrDefault(each.getKey(), Set.of())))
                        .toList(),
                complete);
    }

    private Iterable<Result<Item>> entries(String start, String after) {
        return client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix + start)
                .includeVersions(true)
                .recursive(true)
                .keyMarker(after.isEmpty() ? null : prefix + after)
                .maxKeys(LISTED)
                .build());
    }

    /** Returns the text of a version, or the beginning of one that is too long. */
    String read(String name, String version) {
        return call(() -> {
            try (InputStream object = client.getObject(GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(prefix + name)
                    .versionId(version)
                    .build())) {
                return new String(object.readNBytes(LONGEST), StandardCharsets.UTF_8);
            }
        });
    }

    /**
     * Stores an object and locks it. Checks the lock that the store then reports.
     *
     * @param alone whether to refuse if the object exists; a store that does not know this condition adds a version
     * @return the id of the new version; empty if the object exists
     */
    Optional<String> write(String name, String text, Instant lockedUntil, boolean alone) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PutObjectArgs.Builder object = PutObjectArgs.builder()
                .bucket(bucket)
                .object(prefix + name)
                .contentType("text/plain")
                .retention(new Retention(RetentionMode.COMPLIANCE, lockedUntil.atZone(ZoneOffset.UTC)))
                .stream(new ByteArrayInputStream(bytes), bytes.length, -1);
        if (alone) {
            object.headers(Map.of("If-None-Match", "*"));
        }
        String version;
        try {
            version = call(() -> client.putObject(object.build()).versionId());
        } catch (RefusedException refused) {
            if (alone && (refused.status() == PRECONDITION_FAILED || refused.status() == CONFLICT)) {
                return Optional.empty();
            }
            throw refused;
        }
        requireLocked(name, version, lockedUntil);
        return Optional.of(version);
    }

    /**
     * Reads the headers, because the client fails if a store reports nanoseconds, as Ceph does.
     *
     * @throws IllegalStateException unless the store reports that a version is locked until then
     */
    void requireLocked(String name, String version, Instant lockedUntil) {
        Headers reported = call(() -> {
            try (GetObjectResponse stored = client.getObject(GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(prefix + name)
                    .versionId(version)
                    .build())) {
                return stored.headers();
            }
        });
        String mode = reported.get(MODE);
        String until = reported.get(UNTIL);
        // some stores keep whole seconds
        if (!RetentionMode.COMPLIANCE.name().equals(mode)
                || until == null
                || Instant.parse(until).isBefore(lockedUntil.minusSeconds(1))) {
            throw new IllegalStateException("The bucket " + bucket + " has not locked the anchor " + prefix + name
                    + " until " + lockedUntil + ": it reports mode " + mode + " until " + until + ".");
        }
    }

    /** Calls the store. Tells its refusals from outages. */
    private <T> T call(Callable<T> request) {
        try {
            return request.call();
        } catch (ErrorResponseException answer) {
            int status = answer.response().code();
            if (status < 500 || status == 501) {
                throw new RefusedException(status, answer);
            }
            throw unavailable(answer);
        } catch (IOException | MinioException | GeneralSecurityException failure) {
            throw unavailable(failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private UncheckedIOException unavailable(Exception failure) {
        return new UncheckedIOException(
                "The bucket " + bucket + " of the anchors does not answer: " + failure.getMessage(),
                failure instanceof IOException broken ? broken : new IOException(failure));
    }

    /** The store has understood a request and refused it. */
    static final class RefusedException extends RuntimeException {

        private final int status;
        private final String code;

        RefusedException(int status, ErrorResponseException answer) {
            super("The store of the anchors refuses: " + answer.getMessage(), answer);
            this.status = status;
            this.code = answer.errorResponse().code();
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }
}
