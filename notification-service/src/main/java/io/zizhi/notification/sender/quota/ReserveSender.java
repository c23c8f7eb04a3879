package io.zizhi.notification.sender.quota;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SenderCircuits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reserves the preferred sender that is running, has a closed circuit and is at no limit. Runs in the caller's
 * transaction. A reservation of a replica that dies is not returned, so a cap may be reached early but is never
 * exceeded.
 */
@ApplicationScoped
public class ReserveSender {

    private final ChosenSenders chosen;
    private final SenderCircuits circuits;
    private final SenderRepository senders;

    ReserveSender(ChosenSenders chosen, SenderCircuits circuits, SenderRepository senders) {
        this.chosen = chosen;
        this.circuits = circuits;
        this.senders = senders;
    }

    /**
     * Reserves a sender.
     *
     * @param tried the sender that has not taken the message last; only those behind it are considered. Null for all
     * @param parts billed parts of the message
     * @return empty if no sender takes messages now
     */
    public Uni<Optional<Reservation>> reserve(@Nullable String tried, int parts) {
        Uni<Optional<Reservation>> choice = Uni.createFrom().item(Optional.empty());
        for (String sender : chosen.after(tried)) {
            choice =
                    choice.chain(found -> found.isPresent() ? Uni.createFrom().item(found) : reserveOne(sender, parts));
        }
        return choice;
    }

    private Uni<Optional<Reservation>> reserveOne(String sender, int parts) {
        if (!circuits.openFor(sender).isZero()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return senders.reserve(sender, parts)
                .chain(wait -> wait.isPresent() ? Uni.createFrom().item(wait) : reserveFirst(sender, parts))
                .invoke(wait -> wait.ifPresent(length -> circuits.begin(sender)))
                .map(wait -> wait.map(length -> new Reservation(sender, length)));
    }

    /** Reserves a sender that has no row yet. */
    private Uni<Optional<Duration>> reserveFirst(String sender, int parts) {
        return senders.add(sender)
                .chain(added -> added
                        ? senders.reserve(sender, parts)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /**
     * Returns whether no sender can afford the message today, but one could afford a shorter one.
     *
     * @param parts billed parts of the message
     */
    public Uni<Boolean> isTooExpensive(int parts) {
        List<String> available = chosen.names().stream()
                .filter(sender -> circuits.openFor(sender).isZero())
                .toList();
        return parts == 1
                ? Uni.createFrom().item(false)
                : anyAffords(available, parts)
                        .chain(affordable -> affordable ? Uni.createFrom().item(false) : anyAffords(available, 1));
    }

    private Uni<Boolean> anyAffords(List<String> names, int parts) {
        Uni<Boolean> any = Uni.createFrom().item(false);
        for (String sender : names) {
            any = any.chain(found -> found ? Uni.createFrom().item(true) : senders.affords(sender, parts));
        }
        return any;
    }

    /**
     * Takes back a reservation, because the sender has not taken the message.
     *
     * @param at when the hand-over began
     */
    public Uni<Void> takeBack(String sender, int parts, Instant at) {
        return senders.takeBack(sender, parts, at);
    }
}
