package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The owner of the signature, as its certificate shows it.
 *
 * @param name as on the certificate
 * @param creditCode unified social credit code; read in any case, kept in upper case
 * @param region where it is registered; left out means the mainland
 * @param certificate the certificate
 * @param authentication how the company is proven; left out means by the image of its certificate
 * @param authenticationId the confirmed authentication, where it is proven by a scan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Company(
        @Text(max = 150) @Nullable String name,
        @Text(max = 150) @Nullable String creditCode,
        @Nullable Region region,
        @Valid @Nullable Certificate certificate,
        @Nullable AuthenticationMethod authentication,

        @Pattern(regexp = "[0-9a-f]{32}", message = "AUTHENTICATION_ID_INVALID") @Nullable
        String authenticationId) {

    public Company {
        name = name == null ? null : name.strip();
        creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
    }

    /** A company that is proven by its certificate. */
    public Company(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable Region region,
            @Nullable Certificate certificate) {
        this(name, creditCode, region, certificate, null, null);
    }

    /** Whether it says that it is proven by a scan. */
    public boolean scanned() {
        return authentication == AuthenticationMethod.SCAN;
    }
}
