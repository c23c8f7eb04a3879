package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The owner of the signature, as on its certificate.
 *
 * @param name as on the certificate
 * @param creditCode unified social credit code; accepted in any case, stored in upper case
 * @param region where it is registered; the mainland by default
 * @param certificate its certificate
 * @param authentication how its identity is proven; by default with the image of its certificate
 * @param authenticationId id of the confirmed authentication, if its identity is proven by a scan
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

    /** Creates a company whose identity is proven by its certificate. */
    public Company(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable Region region,
            @Nullable Certificate certificate) {
        this(name, creditCode, region, certificate, null, null);
    }

    /** Returns whether the form says that its identity is proven by a scan. */
    public boolean scanned() {
        return authentication == AuthenticationMethod.SCAN;
    }
}
