package io.zizhi.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The address rules for URLs of staff and of accounts. Fails at start-up if the settings contain an invalid network.
 */
@ApplicationScoped
class AllowedTargets {

    private final AddressRules staff;
    private final AddressRules accounts;

    AllowedTargets(OutboundConfig config) {
        this.staff = new AddressRules(config.allowedNetworks().orElse(List.of()));
        this.accounts = new AddressRules(config.accountNetworks().orElse(List.of()));
    }

    AddressRules of(TargetOwner owner) {
        return switch (owner) {
            case STAFF -> staff;
            case ACCOUNT -> accounts;
        };
    }
}
