package io.zizhi.platform.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.messaging.erasure.Erasures;
import io.zizhi.platform.privacy.encryption.AccountKeys;
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
     * Returns whether the failure comes from an erasure: the event names an erased account, or it names none and met
     * destroyed keys. Destroyed keys of another account do not count: the event's own account still needs it.
     */
    @WithSession
    Uni<Boolean> concerns(ReceivedEvent event, Throwable failure) {
        return account(event)
                .map(erasures::isErased)
                .orElseGet(() -> Uni.createFrom().item(isOfDestroyedKeys(failure)));
    }

    private static boolean isOfDestroyedKeys(Throwable failure) {
        return failure instanceof ProblemException problem && problem.code().equals(AccountKeys.ACCOUNT_ERASED);
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
