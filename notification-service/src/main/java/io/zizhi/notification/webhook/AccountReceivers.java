package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The receivers of webhooks of accounts, as their subscriptions are at the moment of an attempt. */
public interface AccountReceivers {

    /**
     * Returns the receiver of a subscription. Reads in a session of its own.
     *
     * @return the receiver; fails with {@link io.zizhi.notification.outbound.RequestFailure} if nothing may be posted
     *     to it now, or never again
     */
    Uni<Receiver> current(long subscriptionId);

    /**
     * Returns whether the receiver still has to be verified. Locks the subscription, so that its verification either
     * finds what this transaction does, or is found here.
     */
    Uni<Boolean> lockUnverified(long subscriptionId);

    /** Records that the receiver accepted a webhook. Runs in the transaction that records the attempt. */
    Uni<Void> accepted(long subscriptionId);

    /**
     * Records that an attempt failed, and disables the subscription if it must get no more webhooks. Runs in the
     * transaction that records the attempt.
     *
     * @param code code of the failure, for example {@code HTTP_410}
     * @param now time of the attempt
     */
    Uni<Void> failed(long subscriptionId, String code, Instant now);
}
