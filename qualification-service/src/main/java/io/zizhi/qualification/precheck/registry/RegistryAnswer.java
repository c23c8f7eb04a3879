package io.zizhi.qualification.precheck.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zizhi.qualification.precheck.facts.RegistryFinding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of a provider. Additional fields are ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistryAnswer(@Nullable String result) {

    private static final Map<String, RegistryFinding> FINDINGS = Map.of(
            "MATCHED", RegistryFinding.MATCHED,
            "COMPANY_STATE_INVALID", RegistryFinding.COMPANY_STATE_INVALID,
            "FOUR_ELEMENTS_ERROR", RegistryFinding.FOUR_ELEMENTS_ERROR,
            "LEGAL_REPRESENTATIVE_MISMATCH", RegistryFinding.LEGAL_REPRESENTATIVE_MISMATCH,
            "NO_COMPANY", RegistryFinding.NO_COMPANY,
            "NOT_LISTED", RegistryFinding.NOT_LISTED,
            "NO_LEGAL_REPRESENTATIVE", RegistryFinding.NO_LEGAL_REPRESENTATIVE);

    /** Maps the result; an unknown result becomes UNKNOWN. */
    RegistryFinding finding() {
        return result == null ? RegistryFinding.UNKNOWN : FINDINGS.getOrDefault(result, RegistryFinding.UNKNOWN);
    }
}
