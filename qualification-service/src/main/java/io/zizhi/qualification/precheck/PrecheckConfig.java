package io.zizhi.qualification.precheck;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
public class PrecheckConfig {

    private final Scan scan;
    private final String noticeVersion;

    /**
     * @param scan see {@link Scan}
     * @param noticeVersion version of the current notice; consent to an older version must be given again
     */
    PrecheckConfig(
            @ConfigProperty(name = "zizhi.document.scan", defaultValue = "REQUIRED") Scan scan,
            @ConfigProperty(name = "zizhi.consent.notice-version") String noticeVersion) {
        this.scan = scan;
        this.noticeVersion = noticeVersion;
    }

    public boolean scanRequired() {
        return scan == Scan.REQUIRED;
    }

    public String noticeVersion() {
        return noticeVersion;
    }

    /** How documents without a malware scan are treated. */
    public enum Scan {
        /** They fail. */
        REQUIRED,

        /** They cause a warning; for a single machine without a malware scanner. */
        OPTIONAL
    }
}
