package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.BlindHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class InboxMessageRepository implements PanacheRepositoryBase<InboxMessage, String> {

    /** Returns the newest messages to all numbers. */
    Uni<List<InboxMessage>> newest(int atMost) {
        return find("order by sentAt desc, id desc").page(0, atMost).list();
    }

    Uni<List<InboxMessage>> newest(BlindHash phone, int atMost) {
        return find("phoneIndex in ?1 order by sentAt desc, id desc", phone.all())
                .page(0, atMost)
                .list();
    }
}
