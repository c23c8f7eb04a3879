package io.zizhi.platform.runtime.production;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting that is forbidden in production.
 *
 * @param kind the exception with which an operator can permit it
 * @param description the setting, and what to set instead
 */
record Weakness(Kind kind, String description) {

    /** The kinds of exceptions in {@code zizhi.security.allow-in-production}. */
    enum Kind {
        PLAIN_KAFKA,
        PLAIN_POSTGRESQL,
        PLAIN_S3,
        PLAIN_SCANNER,
        PLAIN_RECOGNITION,
        PLAIN_SMS,
        PLAIN_VAULT,
        PLAIN_ISSUER,
        LOCAL_ISSUER;

        /** Returns the name in the setting, for example {@code plain-kafka}. */
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
