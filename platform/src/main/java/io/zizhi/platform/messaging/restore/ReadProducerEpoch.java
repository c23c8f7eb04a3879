package io.zizhi.platform.messaging.restore;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the epoch. A restore raises it with the SQL function {@code producer_restored}. */
@ApplicationScoped
class ReadProducerEpoch {

    @WithSession
    Uni<Long> read() {
        return new NativeQuery("select epoch from producer_epoch").single(Long.class);
    }
}
