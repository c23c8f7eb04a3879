package io.zizhi.document.storage.objects;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.ObjectPage.StoredObject;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.NewestCipher;
import io.zizhi.platform.privacy.encryption.ObjectCipher;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** {@link ObjectStore} on any S3-compatible server, using the MinIO client. */
@ApplicationScoped
public class S3ObjectStore implements ObjectStore {

    private static final Logger LOG = Logger.getLogger(S3ObjectStore.class);

    /** Media type passed to the object store. The true type is in the row, and the stored bytes are encrypted. */
    private static final String OPAQUE = "application/octet-stream";

    /**
     * Upper bound of the header and authentication tags that the streaming cipher adds to the largest document, one tag
     * of 16 bytes for each segment of 4 KiB.
     */
    private static final int CIPHER_OVERHEAD = 32 * 1024;

    private static final int PAGE = 1000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final MinioClient client;
    private final AccountCiphers ciphers;
    private final Blocking blocking;
    private final UnreadableObjects unreadable;
    private final String bucket;

    public S3ObjectStore(
            MinioClient client,
            AccountCiphers ciphers,
            Blocking blocking,
            UnreadableObjects unreadable,
            StorageSettings settings) {
        this.client = client;
        this.ciphers = ciphers;
        this.blocking = blocking;
        this.unreadable = unreadable;
        this.bucket = settings.bucket();
    }

    @Override
    public Uni<Void> put(String accountId, String key, byte[] bytes) {
        return ciphers.objectsOf(accountId)
                .chain(cipher -> remote(() -> {
                    put(cipher, key, bytes);
                    return null;
                }));
    }

    private void put(ObjectCipher cipher, String key, byte[] bytes) throws Exception {
        ByteArrayInputStream encrypted = encrypt(cipher, key, bytes);
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).contentType(OPAQUE).stream(
                        encrypted, encrypted.available(), -1)
                .build());
    }

    @Override
    public Uni<Pieces> get(String accountId, String key, int size) {
        return ciphers.objectsOf(accountId)
                .chain(cipher -> remote(() -> {
                    try (InputStream object = client.getObject(
                            GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                        return decrypt(cipher, key, new ObjectSource(object), size);
                    } catch (ErrorResponseException answer) {
                        throw isAbsence(answer) ? unreadable.lost(key) : answer;
                    }
                }))
                .onFailure()
                .call(failure -> unreadable.record(key, failure));
    }

    @Override
    public Uni<Boolean> encryptAgain(NewestCipher cipher, String key, int size) {
        return remote(() -> {
                    byte[] encrypted;
                    try (InputStream object = client.getObject(
                            GetObjectArgs.builder().bucket(bucket).object(key).build())) {
                        encrypted = object.readNBytes(size + CIPHER_OVERHEAD);
                    } catch (ErrorResponseException answer) {
                        if (isAbsence(answer)) {
                            return false;
                        }
                        throw answer;
                    }
                    if (decrypts(cipher.newestObjects(), key, encrypted)) {
                        return false;
                    }
                    put(cipher.objects(), key, decrypted(cipher.objects(), key, encrypted));
                    return true;
                })
                .onFailure()
                .call(failure -> unreadable.record(key, failure));
    }

    /** Only reads the first segment, which authenticates itself. */
    private static boolean decrypts(ObjectCipher cipher, String key, byte[] encrypted) {
        try (InputStream in = cipher.decrypting(new ByteArrayInputStream(encrypted), key)) {
            return in.read() >= 0;
        } catch (IOException otherKey) {
            return false;
        }
    }

    private byte[] decrypted(ObjectCipher cipher, String key, byte[] encrypted) {
        try (InputStream in = cipher.decrypting(new ByteArrayInputStream(encrypted), key)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw unreadable.damaged(key, failure.toString());
        }
    }

    @Override
    public Uni<Boolean> exists(String key) {
        return remote(() -> {
            try {
                client.statObject(
                        StatObjectArgs.builder().bucket(bucket).object(key).build());
                return true;
            } catch (ErrorResponseException answer) {
                if (isAbsence(answer)) {
                    return false;
                }
                throw new StoreErrorException(answer);
            } catch (MinioException answer) {
                throw new StoreErrorException(answer);
            }
        });
    }

    @Override
    public Uni<Void> remove(String key) {
        return remote(() -> {
            try {
                client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(key).build());
                return null;
            } catch (MinioException answer) {
                throw new StoreErrorException(answer);
            }
        });
    }

    @Override
    public Uni<ObjectPage> list(String prefix, String afterKey) {
        return remote(() -> {
            List<StoredObject> objects = new ArrayList<>();
            // Never asks the iterator beyond a page: not every server accepts the continuation tokens of the client.
            Iterator<Result<Item>> found = client.listObjects(ListObjectsArgs.builder()
                            .bucket(bucket)
                            .prefix(prefix)
                            .startAfter(afterKey)
                            .recursive(true)
                            .maxKeys(PAGE)
                            .build())
                    .iterator();
            while (objects.size() < PAGE && found.hasNext()) {
                Item item = itemOf(found.next());
                objects.add(
                        new StoredObject(item.objectName(), item.lastModified().toInstant()));
            }
            return new ObjectPage(objects, objects.size() < PAGE);
        });
    }

    private static Item itemOf(Result<Item> result) throws Exception {
        try {
            return result.get();
        } catch (MinioException answer) {
            throw new StoreErrorException(answer);
        }
    }

    /**
     * Returns whether the object is missing. A missing bucket is an outage of the store and says nothing about its
     * objects.
     */
    private static boolean isAbsence(ErrorResponseException answer) {
        return "NoSuchKey".equals(answer.errorResponse().code());
    }

    private static ByteArrayInputStream encrypt(ObjectCipher cipher, String key, byte[] bytes) throws IOException {
        Encrypted encrypted = new Encrypted(bytes.length + CIPHER_OVERHEAD);
        try (OutputStream out = cipher.encrypting(encrypted, key)) {
            out.write(bytes);
        }
        return encrypted.stream();
    }

    /** Decrypts directly from the network into pieces. Distinguishes a failing store (503) from wrong bytes (502). */
    private Pieces decrypt(ObjectCipher cipher, String key, ObjectSource source, int size) throws IOException {
        Pieces pieces = new Pieces(size);
        try (InputStream in = cipher.decrypting(source, key)) {
            for (int left = size; left > 0; ) {
                byte[] piece = in.readNBytes(Math.min(left, Pieces.LENGTH));
                if (piece.length == 0) {
                    throw unreadable.damaged(key, "it has fewer than the " + size + " bytes of its row");
                }
                pieces.add(piece);
                left -= piece.length;
            }
            // Reading past the last byte also authenticates that it is the last.
            if (in.read() >= 0) {
                throw unreadable.damaged(key, "it has more than the " + size + " bytes of its row");
            }
            return pieces;
        } catch (IOException failure) {
            if (source.isBroken()) {
                throw failure;
            }
            throw unreadable.damaged(key, failure.toString());
        }
    }

    private <T> Uni<T> remote(Callable<T> work) {
        return blocking.call(work)
                .onFailure(S3ObjectStore::isOutage)
                .invoke(failure -> LOG.warnf("object store: %s", failure.toString()))
                .onFailure(S3ObjectStore::isOutage)
                .transform(failure -> Problems.unavailable(
                        "STORAGE_UNAVAILABLE", "The document store does not answer. Try again later.", RETRY_AFTER));
    }

    /**
     * Returns whether the failure is an outage. Every unexpected answer counts as one, because this service only
     * requests objects that it stored. A full queue of waiting calls counts as well.
     */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof MinioException
                || failure instanceof IOException
                || failure instanceof GeneralSecurityException
                || failure instanceof RejectedExecutionException;
    }

    /** A buffer whose bytes can be read without a copy. */
    private static final class Encrypted extends ByteArrayOutputStream {

        Encrypted(int size) {
            super(size);
        }

        ByteArrayInputStream stream() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
