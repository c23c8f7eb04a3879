package io.zizhi.qualification.filing.evaluation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.precheck.facts.ScanFinding;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The scan authentication that a submission relies on, for its reviewer. It contains no name of a person: the pre-check
 * has compared the confirmed legal representative with the form.
 *
 * @param provider name of the identity provider, for example {@code alipay}
 * @param confirmedAt when the company confirmed
 * @param companyName name of the confirmed company
 * @param creditCode its unified social credit code
 * @param legalRepresentativeConfirmed whether the provider confirmed the legal representative that the form names
 * @param validFrom first day of its certificate; absent if the provider does not report it
 * @param validTo last day of its certificate; absent if the provider does not report it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanProof(
        String provider,
        Instant confirmedAt,
        String companyName,
        String creditCode,
        boolean legalRepresentativeConfirmed,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
        LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
        LocalDate validTo) {

    /** Returns the proof of a submission that passed the pre-check; null if it relies on no scan. */
    public static @Nullable ScanProof from(ScanFinding scan) {
        ScanFinding.Proven company = scan.company();
        return company == null || scan.state() != ScanFinding.State.CONFIRMED
                ? null
                : new ScanProof(
                        company.provider(),
                        company.confirmedAt(),
                        company.name(),
                        company.creditCode(),
                        company.legalRepresentativeName() != null,
                        company.validFrom(),
                        company.validTo());
    }
}
