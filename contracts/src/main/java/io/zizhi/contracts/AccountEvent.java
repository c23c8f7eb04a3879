package io.zizhi.contracts;

/** An event about an account, published on the compacted topic {@link Topics#ACCOUNT}. */
public sealed interface AccountEvent extends Event permits AccountVerified {

    String accountId();

    @Override
    default String aggregateId() {
        return accountId();
    }

    @Override
    default EventType type() {
        return switch (this) {
            case AccountVerified event -> EventType.ACCOUNT_VERIFIED;
        };
    }
}
