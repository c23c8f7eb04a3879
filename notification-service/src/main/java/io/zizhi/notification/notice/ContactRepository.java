package io.zizhi.notification.notice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, String> {

    Uni<Long> eraseOf(long qualificationId) {
        return delete("qualificationId", qualificationId);
    }
}
