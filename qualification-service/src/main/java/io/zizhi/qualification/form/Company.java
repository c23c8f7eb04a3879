package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The owner of the signature, as its certificate shows it.
 *
 * @param name as on the certificate
 * @param creditCode unified social credit code; read in any case, kept in upper case
 * @param region where it is registered; left out means the mainland
 * @param certificate the certificate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Company(
        @Text(max = 150) @Nullable String name,
        @Text(max = 150) @Nullable String creditCode,
        @Nullable Region region,
        @Valid @Nullable Certificate certificate) {

    public Company {
        name = name == null ? null : name.strip();
        creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
    }
}
