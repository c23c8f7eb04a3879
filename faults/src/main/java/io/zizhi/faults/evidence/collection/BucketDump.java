package io.zizhi.faults.evidence.collection;

import com.google.crypto.tink.StreamingAead;
import io.zizhi.e2e.LiveFiles;
import io.zizhi.faults.evidence.StoredObject;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Lists the bucket and decrypts every object. The local S3 server stores a bucket as a folder and an object as a file,
 * so the files can be read directly.
 */
final class BucketDump {

    private final Path bucket;
    private final ObjectKeys keys;

    private BucketDump(Path bucket, ObjectKeys keys) {
        this.bucket = bucket;
        this.keys = keys;
    }

    static List<StoredObject> of(Infrastructure infrastructure) {
        Path bucket = infrastructure
                .folder()
                .resolve("data")
                .resolve(ObjectStore.NAME)
                .resolve(infrastructure.objectStore().bucket());
        return new BucketDump(bucket, ObjectKeys.of(infrastructure)).objects();
    }

    private List<StoredObject> objects() {
        try {
            List<StoredObject> objects = new ArrayList<>();
            for (Path file : LiveFiles.below(bucket).stream().sorted().toList()) {
                object(file).ifPresent(objects::add);
            }
            return objects;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns empty if the sweeper has deleted the file meanwhile. */
    private Optional<StoredObject> object(Path file) throws IOException {
        String key = bucket.relativize(file).toString();
        try {
            Instant storedAt = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new StoredObject(key, sha256(key, file), storedAt));
        } catch (NoSuchFileException sweptAway) {
            return Optional.empty();
        }
    }

    private String sha256(String key, Path file) throws NoSuchFileException {
        String failure = "no key";
        for (StreamingAead cipher : keys.candidates(key)) {
            try (InputStream plain = cipher.newDecryptingStream(
                            Files.newInputStream(file), key.getBytes(StandardCharsets.UTF_8));
                    DigestInputStream digest = new DigestInputStream(plain, MessageDigest.getInstance("SHA-256"))) {
                digest.readAllBytes();
                return HexFormat.of().formatHex(digest.getMessageDigest().digest());
            } catch (NoSuchFileException sweptAway) {
                throw sweptAway;
            } catch (IOException | GeneralSecurityException wrongKey) {
                failure = String.valueOf(wrongKey.getMessage());
            }
        }
        return "cannot be decrypted: " + failure;
    }
}
