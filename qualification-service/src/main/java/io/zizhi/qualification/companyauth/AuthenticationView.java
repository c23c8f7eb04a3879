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
 * An authentication by scan, as its account sees it.
 *
 * @param id its id, which a form names as {@code company.authenticationId}
 * @param status where it stands
 * @param qrContent what the QR code to be shown has to say; absent once nobody need scan it any more
 * @param startedAt when it was started
 * @param expiresAt until when it can be confirmed
 * @param endedAt when it was confirmed, denied or had run out
 * @param company who confirmed; absent unless it is confirmed
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
     * The company that confirmed, to fill a form in with.
     *
     * @param name its name
     * @param creditCode unified social credit code
     * @param legalPersonName its legal representative, masked; absent where the provider does not tell
     * @param validFrom first day of its certificate; absent where the provider does not tell
     * @param validTo last day of its certificate; absent where the provider does not tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompanyView(
            String name,
            String creditCode,
            @Nullable PersonName legalPersonName,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validFrom,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
            LocalDate validTo) {

        static CompanyView from(ConfirmedCompany company) {
            return new CompanyView(
                    company.name(),
                    company.creditCode(),
                    company.legalPersonName(),
                    company.validFrom(),
                    company.validTo());
        }
    }
}
