package io.zizhi.notification.sender.quota;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.platform.operations.Reason;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stops a sender for all replicas, or starts it again. A message that is being handed over is not stopped. Receipts and
 * recalls of a stopped sender go on.
 */
@ApplicationScoped
class SwitchSender {

    private final ChosenSenders chosen;
    private final SenderRepository senders;
    private final OperationsAudit audit;

    SwitchSender(ChosenSenders chosen, SenderRepository senders, OperationsAudit audit) {
        this.chosen = chosen;
        this.senders = senders;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Void> stop(String sender, Reason reason, Caller operator) {
        return change(sender, true, reason, operator);
    }

    @WithTransaction
    public Uni<Void> start(String sender, Reason reason, Caller operator) {
        return change(sender, false, reason, operator);
    }

    private Uni<Void> change(String sender, boolean stopped, Reason reason, Caller operator) {
        if (!chosen.isChosen(sender)) {
            throw Problems.notFound("SENDER_NOT_FOUND", "No such SMS sender.");
        }
        String action = stopped ? "sms-sender.stopped" : "sms-sender.started";
        return senders.add(sender)
                .chain(() -> senders.stop(sender, stopped))
                .chain(() -> audit.record(operator, action, "sms-sender", sender, reason.reason()));
    }
}
