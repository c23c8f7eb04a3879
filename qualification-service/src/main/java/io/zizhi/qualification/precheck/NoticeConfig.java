package io.zizhi.qualification.precheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.Optional;

/** The notice (资质授权) that applicants agree to. */
@ConfigMapping(prefix = "zizhi.consent")
public interface NoticeConfig {

    /**
     * Version of the current notice. Consent to another version must be given again. The default is the notice that the
     * service contains.
     */
    @WithDefault("2026-11")
    @NotBlank
    String noticeVersion();

    /**
     * Folder with the operator's own notices, each as {@code VERSION.zh.txt} and {@code VERSION.en.txt}. None by
     * default.
     */
    Optional<Path> noticeDirectory();
}
