package io.zizhi.platform.operations.audit.anchor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.platform.runtime.settings.Secret;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** A bucket with object lock for the anchors of audit chains, instead of a folder. */
@ConfigMapping(prefix = "zizhi.audit.anchors.s3")
public interface AnchorBucketSettings {

    String BUCKET = "zizhi.audit.anchors.s3.bucket";

    /**
     * Bucket with versions and object lock, which must be switched on when it is created. Each service writes below its
     * own name, such as {@code review-service/}. Set either this or {@code zizhi.audit.anchors.folder}.
     */
    Optional<String> bucket();

    /** Address of the S3 server, without a path, for example {@code https://s3.example.cn}. Required with a bucket. */
    Optional<URI> endpoint();

    /** Region of the bucket. */
    @WithDefault("us-east-1")
    @NotBlank
    String region();

    /**
     * Access key of this service, required with a bucket. It must be able to list, read and write below its own name with
     * a retention, and to read the lock and the versioning of the bucket. It should not be able to delete.
     */
    Optional<String> accessKey();

    /** Secret key of this service. Required with a bucket. */
    @Secret
    Optional<String> secretKey();

    /**
     * How long an anchor is locked in mode COMPLIANCE. Until then, nobody can remove or replace it, not even the owner of
     * the bucket. Keep it at least as long as audit rows must be proven.
     */
    @WithDefault("P3650D")
    @DurationMin(days = 1)
    @DurationMax(days = 36_500)
    Duration retention();
}
