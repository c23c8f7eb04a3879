package io.zizhi.qualification.precheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How documents without a malware scan are treated. */
@ConfigMapping(prefix = "zizhi.document")
public interface DocumentScanConfig {

    /**
     * Whether a document without a malware scan fails the pre-check. Required by default, so that no unscanned file
     * reaches a reviewer by mistake.
     */
    @WithDefault("REQUIRED")
    Scan scan();

    /** How documents without a malware scan are treated. */
    enum Scan {
        /** They fail. */
        REQUIRED,

        /** They cause a warning; for a single machine without a malware scanner. */
        OPTIONAL
    }
}
