package io.zizhi.platform.runtime.production;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting that production refuses.
 *
 * @param kind what an operator may allow
 * @param description the setting, and what to set instead
 */
record Weakness(Kind kind, String description) {

    /** The kinds by which {@code zizhi.security.allow-in-production} names its exceptions. */
    enum Kind {
        PLAIN_KAFKA,
        PLAIN_POSTGRESQL,
        PLAIN_S3,
        PLAIN_ISSUER,
        LOCAL_ISSUER;

        /** For example {@code plain-kafka}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }
}
