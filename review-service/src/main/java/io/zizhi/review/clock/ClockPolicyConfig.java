package io.zizhi.review.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The policy table of the review clock. */
@ConfigMapping(prefix = "zizhi.clock")
public interface ClockPolicyConfig {

    /**
     * A file in the form of the bundled {@code clock/policies.json}, which is the default. Its policies are stored in
     * the database at the first start, and again when the file has changed. The policy allocation is stored at the
     * first start only.
     */
    Optional<Path> policies();

    /**
     * Whether missing policies and calendars are stored at each start, which fails without the database. Only the
     * training of start-up archives sets it to {@code false}: an image is built without a database.
     */
    @WithDefault("true")
    boolean seedAtStart();
}
