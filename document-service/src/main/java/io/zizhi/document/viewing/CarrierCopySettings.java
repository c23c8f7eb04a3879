package io.zizhi.document.viewing;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.UniqueElements;

/** Which documents the filing system gets for a carrier. */
@ConfigMapping(prefix = "zizhi.carrier-copies")
public interface CarrierCopySettings {

    /**
     * Codes of the carriers that refuse marked copies, at most 16 different ones, separated by commas. For their filings,
     * originals leave the suite without a watermark. By default none.
     */
    Optional<@Size(max = 16) @UniqueElements List<@Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String>> originalsFor();
}
