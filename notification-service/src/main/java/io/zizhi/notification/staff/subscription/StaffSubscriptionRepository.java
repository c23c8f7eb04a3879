package io.zizhi.notification.staff.subscription;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class StaffSubscriptionRepository implements PanacheRepositoryBase<StaffSubscription, Long> {

    private static final String NAME_INDEX = "staff_subscription_name";

    Uni<Long> nextId() {
        return new NativeQuery("select nextval('staff_subscription_id')").single(Long.class);
    }

    /** Returns all subscriptions that are not deleted, in the order in which every writer locks them. */
    public Uni<List<StaffSubscription>> live() {
        return list("deletedAt is null order by id");
    }

    /** Returns subscriptions by id, including deleted ones. */
    public Uni<Map<Long, StaffSubscription>> byId(Collection<Long> ids) {
        return list("id in ?1", ids)
                .map(found -> found.stream().collect(Collectors.toMap(StaffSubscription::id, Function.identity())));
    }

    /** Returns subscriptions after {@code after}; one row more than {@code limit} if there are more. */
    Uni<List<StaffSubscription>> page(long after, int limit) {
        return find("deletedAt is null and id > ?1 order by id", after)
                .page(0, limit + 1)
                .list();
    }

    /** Returns the subscription; fails with 404 if it does not exist. */
    Uni<StaffSubscription> get(long id) {
        return find("id = ?1 and deletedAt is null", id)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(StaffSubscriptionRepository::notFound);
    }

    /** Returns the subscription like {@link #get}, and locks it until the transaction ends. */
    Uni<StaffSubscription> lock(long id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(StaffSubscriptionRepository::notFound);
    }

    /** Flushes now, so that a duplicate name fails with 409. */
    Uni<Void> flushNamed() {
        return flush().onFailure(StaffSubscriptionRepository::isNameTaken)
                .transform(taken -> Problems.conflict(
                        "NAME_TAKEN",
                        "Another subscription already has this name.",
                        List.of(new Violation("/name", "NAME_TAKEN", "Choose another name."))));
    }

    private static RuntimeException notFound() {
        return Problems.notFound("SUBSCRIPTION_NOT_FOUND", "No such subscription.");
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
