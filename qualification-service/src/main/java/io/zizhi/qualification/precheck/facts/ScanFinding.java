package io.zizhi.qualification.precheck.facts;

import io.zizhi.platform.privacy.personal.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of the scan authentication that a form names.
 *
 * @param state state of the authentication
 * @param company the authenticated company; null unless it was confirmed
 */
public record ScanFinding(State state, @Nullable Proven company) {

    public static final ScanFinding NOT_NAMED = new ScanFinding(State.NOT_NAMED, null);

    public static final ScanFinding NOT_FOUND = new ScanFinding(State.NOT_FOUND, null);

    public static final ScanFinding NOT_CONFIRMED = new ScanFinding(State.NOT_CONFIRMED, null);

    public enum State {
        NOT_NAMED,
        NOT_FOUND,
        NOT_CONFIRMED,
        /** The confirmation is too old. */
        STALE,
        CONFIRMED
    }

    /**
     * The company as reported by the identity provider.
     *
     * @param provider name of the provider in the settings, for example {@code alipay}
     * @param confirmedAt when the company confirmed
     * @param name name of the company
     * @param creditCode unified social credit code
     * @param legalRepresentativeName legal representative; null if the provider does not report it
     * @param validFrom first day of its certificate; null if the provider does not report it
     * @param validTo last day of its certificate; null if the provider does not report it
     */
    public record Proven(
            String provider,
            Instant confirmedAt,
            String name,
            String creditCode,
            @Nullable PersonName legalRepresentativeName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
