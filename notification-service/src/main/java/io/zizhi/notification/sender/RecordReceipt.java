package io.zizhi.notification.sender;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.SmsReceipt;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records receipts from any thread: a library of a sender may call it from its own. Each one gets a Vert.x context of
 * its own, so that it needs no session of the caller.
 */
@ApplicationScoped
class RecordReceipt implements SmsReceipts {

    private static final int LONGEST_PROVIDER_ID = 100;

    /** Codes are published, so they must not be texts. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,59}");

    private final Vertx vertx;
    private final ApplyReceipt apply;
    private final CountReceipts count;

    RecordReceipt(Vertx vertx, ApplyReceipt apply, CountReceipts count) {
        this.vertx = vertx;
        this.apply = apply;
        this.count = count;
    }

    @Override
    public Uni<Void> record(SmsReceipt receipt) {
        return Uni.createFrom()
                .deferred(() -> CallersContext.resume(onOwnContext(cleaned(receipt))
                        .invoke(effect -> count.count(receipt, effect))
                        .replaceWithVoid()));
    }

    private Uni<ApplyReceipt.Effect> onOwnContext(SmsReceipt receipt) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        return Uni.createFrom()
                .deferred(() -> apply.apply(receipt))
                .runSubscriptionOn(work -> own.runOnContext(ignored -> work.run()));
    }

    private static SmsReceipt cleaned(SmsReceipt receipt) {
        return new SmsReceipt(
                receipt.sender(),
                fitting(receipt.providerMessageId()),
                receipt.messageId(),
                receipt.outcome(),
                receipt.code() != null && CODE.matcher(receipt.code()).matches() ? receipt.code() : null,
                receipt.at());
    }

    private static @Nullable String fitting(@Nullable String id) {
        return id == null || id.length() <= LONGEST_PROVIDER_ID ? id : null;
    }
}
