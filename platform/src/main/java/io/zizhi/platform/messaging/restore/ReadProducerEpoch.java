package io.zizhi.platform.messaging.restore;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the epoch. A restore raises it with the SQL function {@code producer_restored}. */
@ApplicationScoped
class ReadProducerEpoch {

    @WithSession
    Uni<Long> read() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select epoch from producer_epoch", Long.class)
                        .getSingleResult());
    }
}
