package io.zizhi.document.storage.objects;

import io.minio.MinioClient;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.blocking.Blocking;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store that refuses to remove some objects, as under a legal hold. */
public final class RefusingStore extends S3ObjectStore {

    private final Set<String> held = ConcurrentHashMap.newKeySet();

    public RefusingStore(
            MinioClient client,
            AccountCiphers ciphers,
            Blocking blocking,
            UnreadableObjects unreadable,
            StorageSettings settings) {
        super(client, ciphers, blocking, unreadable, settings);
    }

    public void hold(String key) {
        held.add(key);
    }

    public void endHolds() {
        held.clear();
    }

    @Override
    public Uni<Void> remove(String key) {
        return held.contains(key)
                ? Uni.createFrom().failure(new StoreErrorException(new IOException("Access denied")))
                : super.remove(key);
    }
}
