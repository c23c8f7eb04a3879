package io.zizhi.qualification.precheck;

import io.zizhi.platform.privacy.personal.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the authentication by scan that a form names.
 *
 * @param state whether it proves anything
 * @param company whom it proves; null unless it was confirmed
 */
public record ScanFinding(State state, @Nullable Proven company) {

    /** The form names no authentication. */
    public static final ScanFinding NOT_NAMED = new ScanFinding(State.NOT_NAMED, null);

    /** The account has no such authentication. */
    public static final ScanFinding NOT_FOUND = new ScanFinding(State.NOT_FOUND, null);

    /** It was never confirmed. */
    public static final ScanFinding NOT_CONFIRMED = new ScanFinding(State.NOT_CONFIRMED, null);

    /** Whether an authentication proves anything. */
    public enum State {
        NOT_NAMED,
        NOT_FOUND,
        NOT_CONFIRMED,
        /** Confirmed too long ago. */
        STALE,
        CONFIRMED
    }

    /**
     * The company, as the identity provider knows it.
     *
     * @param name its name
     * @param creditCode unified social credit code
     * @param legalPersonName its legal representative; null where the provider does not tell
     * @param validFrom first day of its certificate; null where the provider does not tell
     * @param validTo last day of its certificate; null where the provider does not tell
     */
    public record Proven(
            String name,
            String creditCode,
            @Nullable PersonName legalPersonName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
