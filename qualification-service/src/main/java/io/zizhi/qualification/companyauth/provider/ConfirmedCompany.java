package io.zizhi.qualification.companyauth.provider;

import io.zizhi.platform.privacy.personal.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A company that confirmed its identity.
 *
 * @param name its name
 * @param creditCode unified social credit code
 * @param legalRepresentativeName its legal representative; null if the provider does not supply it
 * @param validFrom first day of its certificate; null if the provider does not supply it
 * @param validTo last day of its certificate; null if the provider does not supply it
 */
public record ConfirmedCompany(
        String name,
        String creditCode,
        @Nullable PersonName legalRepresentativeName,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
