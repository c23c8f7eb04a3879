package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Hands a claimed message over at most once. Two checks protect against pauses of any length. The database lets only
 * the current claim begin. Right before the call of the sender, the claim must be recent by this process's monotonic
 * time. The call then ends before another replica takes the message over.
 */
@ApplicationScoped
class HandOverSms {

    private static final Logger LOG = Logger.getLogger(HandOverSms.class);

    private final BeginHandOver begin;
    private final AskSender ask;
    private final FailPoints failPoints;
    private final SmsConfig config;
    private final LongSupplier nanoTime;

    @Inject
    HandOverSms(BeginHandOver begin, AskSender ask, FailPoints failPoints, SmsConfig config) {
        this(begin, ask, failPoints, config, System::nanoTime);
    }

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    HandOverSms(BeginHandOver begin, AskSender ask, FailPoints failPoints, SmsConfig config, LongSupplier nanoTime) {
        this.begin = begin;
        this.ask = ask;
        this.failPoints = failPoints;
        this.config = config;
        this.nanoTime = nanoTime;
    }

    /** @return the sender's result; empty if this claim no longer holds the message */
    Uni<Optional<SmsResult>> handOver(SmsClaim claim, Sms sms) {
        failPoints.pass(FailPoint.SMS_BEFORE_HAND_OVER);
        return begin.begin(claim).chain(own -> own ? send(claim, sms) : leave(claim));
    }

    private Uni<Optional<SmsResult>> send(SmsClaim claim, Sms sms) {
        if (!claim.isYounger(config.lostAfter().dividedBy(2), nanoTime.getAsLong())) {
            LOG.warnf("Message %s returns to the queue: this replica was paused", claim.messageId());
            return Uni.createFrom().item(Optional.of(new SmsResult.NeverReceived()));
        }
        return ask.send(claim.sender(), sms).map(Optional::of);
    }

    private static Uni<Optional<SmsResult>> leave(SmsClaim claim) {
        LOG.warnf("Message %s is left to another replica: claim %d has expired", claim.messageId(), claim.attempt());
        return Uni.createFrom().item(Optional.empty());
    }
}
