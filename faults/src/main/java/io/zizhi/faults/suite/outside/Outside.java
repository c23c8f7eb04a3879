package io.zizhi.faults.suite.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The gateway and the receivers of all accounts, each with its own seed. */
public final class Outside implements AutoCloseable {

    private final UnreliableGateway gateway;
    private final List<UnreliableReceiver> receivers = new ArrayList<>();

    private Outside(long seed, List<String> accounts) {
        Random seeds = new Random(seed);
        gateway = UnreliableGateway.start(seeds.nextLong());
        accounts.forEach(account -> receivers.add(UnreliableReceiver.start(account, seeds.nextLong())));
    }

    /** @param accounts ids of the accounts that get a receiver */
    public static Outside start(long seed, List<String> accounts) {
        return new Outside(seed, accounts);
    }

    public UnreliableGateway gateway() {
        return gateway;
    }

    public List<UnreliableReceiver> receivers() {
        return List.copyOf(receivers);
    }

    /** Ends all failures. */
    public void calm() {
        gateway.calm();
        receivers.forEach(UnreliableReceiver::calm);
    }

    /** Returns the webhooks of all accounts. */
    public List<ReceivedWebhook> webhooks() {
        return receivers.stream()
                .flatMap(receiver -> receiver.webhooks().stream())
                .toList();
    }

    @Override
    public void close() {
        gateway.close();
        receivers.forEach(UnreliableReceiver::close);
    }
}
