package io.zizhi.qualification.precheck;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's choices about the pre-check. */
@Singleton
public class PrecheckConfig {

    private final Scan scan;
    private final String noticeVersion;

    /**
     * @param scan see {@link Scan}
     * @param noticeVersion version of the notice that is shown now; consent to an older one has to be given again
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

    /** What is done about documents that were not scanned for malware. */
    public enum Scan {
        /** They fail. */
        REQUIRED,

        /** They are a warning; for one machine without a scanner. */
        OPTIONAL
    }
}
