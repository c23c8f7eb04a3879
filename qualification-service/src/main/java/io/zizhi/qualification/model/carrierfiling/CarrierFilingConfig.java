package io.zizhi.qualification.model.carrierfiling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.UniqueElements;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The policy of carrier filings. A change applies to filings that are requested or reported from then on. */
@ConfigMapping(prefix = "zizhi.carrier-filing")
public interface CarrierFilingConfig {

    /** The form of a carrier's code. */
    String CARRIER = "[A-Z][A-Z0-9_]{0,31}";

    /**
     * Codes of the carriers with which each bound signature is filed, at most 16 different ones, separated by commas.
     * Without any, nothing is filed. By default 移动, 联通 and 电信.
     */
    @WithDefault("CHINA_MOBILE,CHINA_UNICOM,CHINA_TELECOM")
    Optional<@Size(max = 16) @UniqueElements List<@Pattern(regexp = CARRIER) String>> carriers();

    /** Time within which the filing system should file a signature. Overdue ones are reported. */
    @WithDefault("P1D")
    @DurationMin(seconds = 1)
    @DurationMax(days = 365)
    Duration fileWithin();

    /** Time within which a carrier should answer. Overdue ones are reported. */
    @WithDefault("P10D")
    @DurationMin(seconds = 1)
    @DurationMax(days = 365)
    Duration answerWithin();

    /**
     * How often the owner may file a signature again with a carrier that rejected it, per revision, without an amendment.
     * By default only supervisors may.
     */
    @WithDefault("0")
    @Min(0)
    @Max(100)
    int ownerRefiles();

    /**
     * How long the service waits after it has examined 1,000 carrier filings for those that a replica of an older release
     * left open.
     */
    @WithDefault("PT30S")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration repairPause();

    /** How long a claimed filing is reserved for the filing system that claimed it. Then another may claim it. */
    @WithDefault("PT10M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration lease();
}
