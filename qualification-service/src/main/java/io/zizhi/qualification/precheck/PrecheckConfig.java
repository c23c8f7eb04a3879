package io.zizhi.qualification.precheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The operator's choices about the pre-check. */
@ConfigMapping(prefix = "zizhi")
public interface PrecheckConfig {

    Document document();

    Consent consent();

    /** About documents. */
    interface Document {
        /** REQUIRED: an unscanned document fails; OPTIONAL (one machine without a scanner): it is a warning. */
        @WithDefault("REQUIRED")
        Scan scan();
    }

    /** About consent. */
    interface Consent {
        /** Version of the notice that is shown now; consent to an older one has to be given again. */
        @WithDefault("2026-11")
        String noticeVersion();
    }

    /** Whether documents must be scanned for malware. */
    enum Scan {
        REQUIRED,
        OPTIONAL
    }
}
