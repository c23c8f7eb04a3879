package io.zizhi.platform.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.messaging.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Recognizes events that failed because their account was erased. Costs nothing for events that succeed. */
@ApplicationScoped
class ErasedAccounts {

    private final Erasures erasures;

    ErasedAccounts(Erasures erasures) {
        this.erasures = erasures;
    }

    /**
     * Returns whether the failure comes from an erasure: the keys of the account are destroyed, or the event names an
     * erased account.
     */
    @WithSession
    Uni<Boolean> concerns(ReceivedEvent event, Throwable failure) {
        if (failure instanceof ProblemException problem && problem.code().equals(Erasures.ACCOUNT_ERASED)) {
            return Uni.createFrom().item(true);
        }
        return account(event)
                .map(erasures::isErased)
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private static Optional<String> account(ReceivedEvent event) {
        try {
            return Optional.ofNullable(new JsonObject(event.payload()).getValue("accountId"))
                    .map(String::valueOf);
        } catch (DecodeException unreadable) {
            return Optional.empty();
        }
    }
}
