package io.zizhi.document.storage;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.ObjectPage.StoredObject;
import io.zizhi.platform.blocking.Blocking;
import io.zizhi.platform.encryption.ObjectCipher;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** {@link ObjectStore} on any server that speaks plain S3, through the MinIO client. */
@ApplicationScoped
class S3ObjectStore implements ObjectStore {

    private static final Logger LOG = Logger.getLogger(S3ObjectStore.class);

    /** What the object store is told: the true type is in the row, and the bytes are cipher text anyway. */
    private static final String OPAQUE = "application/octet-stream";

    /** More than header and authentication tags of a streaming cipher add to the largest document. */
    private static final int CIPHER_OVERHEAD = 16 * 1024;

    private static final int PAGE = 1000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final MinioClient client;
    private final ObjectCipher cipher;
    private final Blocking blocking;
    private final String bucket;

    S3ObjectStore(MinioClient client, ObjectCipher cipher, Blocking blocking, StorageSettings settings) {
        this.client = client;
        this.cipher = cipher;
        this.blocking = blocking;
        this.bucket = settings.bucket();
    }

    @Override
    public Uni<Void> put(String key, byte[] bytes) {
        return remote(() -> {
            byte[] encrypted = encrypt(key, bytes);
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).contentType(OPAQUE).stream(
                            new ByteArrayInputStream(encrypted), encrypted.length, -1)
                    .build());
            return null;
        });
    }

    @Override
    public Uni<byte[]> get(String key, int size) {
        return remote(() -> {
            try (InputStream object = client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                return decrypt(key, new ObjectSource(object), size);
            }
        });
    }

    @Override
    public Uni<Void> remove(String key) {
        return remote(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return null;
        });
    }

    @Override
    public Uni<ObjectPage> list(String prefix, String afterKey) {
        return remote(() -> {
            List<StoredObject> objects = new ArrayList<>();
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .startAfter(afterKey)
                    .recursive(true)
                    .maxKeys(PAGE)
                    .build())) {
                if (objects.size() == PAGE) {
                    return new ObjectPage(objects, false);
                }
                Item item = result.get();
                objects.add(
                        new StoredObject(item.objectName(), item.lastModified().toInstant()));
            }
            return new ObjectPage(objects, true);
        });
    }

    private byte[] encrypt(String key, byte[] bytes) throws IOException {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream(bytes.length + CIPHER_OVERHEAD);
        try (OutputStream out = cipher.encrypting(encrypted, key)) {
            out.write(bytes);
        }
        return encrypted.toByteArray();
    }

    /** Straight from the network into one array; a store that fails (503) and tampered bytes (500) are told apart. */
    private byte[] decrypt(String key, ObjectSource source, int size) throws IOException {
        byte[] bytes = new byte[size];
        try (InputStream in = cipher.decrypting(source, key)) {
            int read = in.readNBytes(bytes, 0, size);
            // Reading beyond the last byte also authenticates that it is the last.
            if (read < size || in.read() >= 0) {
                throw new IllegalStateException("object " + key + " has not the " + size + " bytes of its row");
            }
            return bytes;
        } catch (IOException failure) {
            if (source.isBroken()) {
                throw failure;
            }
            throw new IllegalStateException("object " + key + " is not what was stored", failure);
        }
    }

    private <T> Uni<T> remote(Callable<T> work) {
        return blocking.call(work)
                .onFailure(S3ObjectStore::isOutage)
                .invoke(failure -> LOG.warnf("object store: %s", failure.toString()))
                .onFailure(S3ObjectStore::isOutage)
                .transform(failure -> Problems.unavailable(
                        "STORAGE_UNAVAILABLE", "The document store does not answer at the moment.", RETRY_AFTER));
    }

    /**
     * Every answer that is not the expected one, because this service never asks for what it has not stored itself; and
     * a queue of waiting calls that is full.
     */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof MinioException
                || failure instanceof IOException
                || failure instanceof GeneralSecurityException
                || failure instanceof RejectedExecutionException;
    }
}
