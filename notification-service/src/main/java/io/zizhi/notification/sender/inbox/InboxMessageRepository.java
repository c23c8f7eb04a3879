package io.zizhi.notification.sender.inbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class InboxMessageRepository implements PanacheRepositoryBase<InboxMessage, String> {

    Uni<List<InboxMessage>> newest(String phoneIndex, int atMost) {
        return find("phoneIndex = ?1 order by sentAt desc, id desc", phoneIndex)
                .page(0, atMost)
                .list();
    }
}
