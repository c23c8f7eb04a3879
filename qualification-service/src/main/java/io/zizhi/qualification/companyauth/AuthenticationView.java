package io.zizhi.qualification.companyauth;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.companyauth.provider.AuthenticationStatus;
import io.zizhi.qualification.companyauth.provider.ConfirmedCompany;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A scan authentication, as shown to its account.
 *
 * @param id its id; goes into {@code company.authenticationId} of a form
 * @param status its status
 * @param qrContent content of the QR code to show; absent once no scan is needed
 * @param startedAt when it was started
 * @param expiresAt deadline for confirming it
 * @param endedAt when it was confirmed, denied or expired
 * @param company the confirmed company; absent unless the status is CONFIRMED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthenticationView(
        String id,
        AuthenticationStatus status,
        @Nullable String qrContent,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable CompanyView company) {

    static AuthenticationView from(Authentication authentication, AccountCipher cipher) {
        return new AuthenticationView(
                authentication.id(),
                authentication.status(),
                authentication.status().isOpen() ? authentication.qrContent() : null,
                authentication.startedAt(),
                authentication.expiresAt(),
                authentication.endedAt().orElse(null),
                authentication.company(cipher).map(CompanyView::from).orElse(null));
    }

    /**
     * The confirmed company, for filling in a form.
     *
     * @param name its name
     * @param creditCode unified social credit code
     * @param legalRepresentativeName its legal representative in full; absent if the provider does not supply it
     * @param validFrom first day of its certificate; absent if the provider does not supply it
     * @param validTo last day of its certificate; absent if the provider does not supply it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompanyView(
            String name,
            String creditCode,
            @Nullable String legalRepresentativeName,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validFrom,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validTo) {

        static CompanyView from(ConfirmedCompany company) {
            PersonName person = company.legalRepresentativeName();
            return new CompanyView(
                    company.name(),
                    company.creditCode(),
                    person == null ? null : person.reveal(),
                    company.validFrom(),
                    company.validTo());
        }

        /** Omits the name of the legal representative. */
        @Override
        public String toString() {
            return "CompanyView[" + creditCode + "]";
        }
    }
}
