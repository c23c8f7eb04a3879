package io.zizhi.qualification.companyauth.provider;

import io.zizhi.platform.privacy.personal.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A company that confirmed who it is.
 *
 * @param name its name
 * @param creditCode unified social credit code
 * @param legalPersonName its legal representative; null where the provider does not tell
 * @param validFrom first day of its certificate; null where the provider does not tell
 * @param validTo last day of its certificate; null where the provider does not tell
 */
public record ConfirmedCompany(
        String name,
        String creditCode,
        @Nullable PersonName legalPersonName,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
