package io.zizhi.e2e.abuse;

import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Login;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The suite and the attacker's accounts. */
final class Target {

    /** Users of four accounts that an attacker could have as an ordinary customer. */
    static final List<String> ATTACKERS = List.of("applicant-a", "agency", "institution", "person");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Addresses addresses;
    private final Map<String, String> tokens;

    Target(Addresses addresses) {
        this.addresses = addresses;
        this.tokens = ATTACKERS.stream().collect(Collectors.toMap(user -> user, user -> Login.token(user, addresses)));
    }

    List<URI> services() {
        return List.of(addresses.qualification(), addresses.document(), addresses.review(), addresses.notification());
    }

    URI qualification(String path) {
        return URI.create(addresses.qualification() + path);
    }

    URI document(String path) {
        return URI.create(addresses.document() + path);
    }

    URI notification(String path) {
        return URI.create(addresses.notification() + path);
    }

    String token(String user) {
        String token = tokens.get(user);
        if (token == null) {
            throw new IllegalArgumentException(user + " is not an attacker");
        }
        return token;
    }

    Api as(String user) {
        return new Api(token(user), PATIENCE);
    }
}
