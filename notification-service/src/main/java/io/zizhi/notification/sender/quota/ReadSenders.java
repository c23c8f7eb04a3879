package io.zizhi.notification.sender.quota;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SenderCircuits;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the chosen senders have got today, in order of preference. */
@ApplicationScoped
class ReadSenders {

    private final ChosenSenders chosen;
    private final SenderCircuits circuits;
    private final SenderRepository senders;
    private final SenderLimits limits;

    ReadSenders(ChosenSenders chosen, SenderCircuits circuits, SenderRepository senders, SenderLimits limits) {
        this.chosen = chosen;
        this.circuits = circuits;
        this.senders = senders;
        this.limits = limits;
    }

    @WithSession
    public Uni<List<SenderUse>> read() {
        return senders.list().map(found -> {
            Map<String, SenderUse> byName =
                    found.stream().collect(Collectors.toMap(SenderUse::sender, Function.identity()));
            return chosen.names().stream()
                    .map(name -> byName.getOrDefault(name, SenderUse.none(name)))
                    .toList();
        });
    }

    @WithSession
    public Uni<SmsSendersView> view() {
        return read().map(
                        uses -> new SmsSendersView(uses.stream().map(this::view).toList()));
    }

    private SmsSenderView view(SenderUse use) {
        return new SmsSenderView(
                use.sender(),
                use.stoppedAt(),
                !circuits.openFor(use.sender()).isZero(),
                use.messages(),
                limits.messagesPerDay(use.sender()).orElse(null),
                use.spend().doubleValue(),
                limits.spendPerDay(use.sender()).map(BigDecimal::doubleValue).orElse(null));
    }
}
