package io.zizhi.platform.operations.audit.anchor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where and how often the heads of audit chains are anchored outside the database. */
@ConfigMapping(prefix = "zizhi.audit.anchors")
public interface AnchorSettings {

    /**
     * Ed25519 key that signs this service's anchors: 32 random bytes in Base64. Each service has its own. Without it,
     * nothing is anchored.
     */
    @Secret
    @NeededWith(NeededWith.PRODUCTION)
    Optional<String> key();

    /**
     * Folder of the anchors, unless they are in a bucket ({@code zizhi.audit.anchors.s3.bucket}). It is outside the
     * database's machine and shared by all replicas. The service appends to a file with its name, such as {@code
     * review-service.anchors}, and never changes what it has written.
     */
    @NeededWith(NeededWith.PRODUCTION)
    Optional<Path> folder();

    /** Public keys of earlier signing keys, in Base64, so that their anchors stay verifiable. */
    Optional<List<String>> formerKeys();

    /**
     * Time between anchors of changed heads. Until its first anchor, an audit row is only as safe as the database, so
     * this is the window in which its owner can rewrite it unnoticed.
     */
    @WithDefault("PT1M")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration every();
}
