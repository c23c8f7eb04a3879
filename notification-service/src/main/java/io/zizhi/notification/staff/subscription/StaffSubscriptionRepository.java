package io.zizhi.notification.staff.subscription;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The subscriptions of staff. */
@ApplicationScoped
public class StaffSubscriptionRepository implements PanacheRepositoryBase<StaffSubscription, Long> {

    private static final String NAME_INDEX = "staff_subscription_name";

    Uni<Long> nextId() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select nextval('staff_subscription_id')", Long.class)
                        .getSingleResult());
    }

    /** All that are not deleted, in the order in which every writer goes through them. */
    public Uni<List<StaffSubscription>> live() {
        return list("deletedAt is null order by id");
    }

    /** These, deleted or not, by their ids. */
    public Uni<Map<Long, StaffSubscription>> byId(Collection<Long> ids) {
        return list("id in ?1", ids)
                .map(found -> found.stream().collect(Collectors.toMap(StaffSubscription::id, Function.identity())));
    }

    /** From behind {@code after}; one row more than {@code limit} tells that there are more. */
    Uni<List<StaffSubscription>> page(long after, int limit) {
        return find("deletedAt is null and id > ?1 order by id", after)
                .page(0, limit + 1)
                .list();
    }

    /** 404 where there is none. */
    Uni<StaffSubscription> get(long id) {
        return find("id = ?1 and deletedAt is null", id)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(StaffSubscriptionRepository::notFound);
    }

    /** The same, locked until the transaction ends. */
    Uni<StaffSubscription> lock(long id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(StaffSubscriptionRepository::notFound);
    }

    /** Writes now, so that a name that is taken is told as such (409). */
    Uni<Void> flushNamed() {
        return flush().onFailure(StaffSubscriptionRepository::isNameTaken)
                .transform(taken -> Problems.conflict(
                        "NAME_TAKEN",
                        "Another subscription has this name.",
                        List.of(new Violation("/name", "NAME_TAKEN", "Choose another name."))));
    }

    private static RuntimeException notFound() {
        return Problems.notFound("SUBSCRIPTION_NOT_FOUND", "There is no such subscription.");
    }

    private static boolean isNameTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(NAME_INDEX)) {
                return true;
            }
        }
        return false;
    }
}
