package io.zizhi.review.review;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of reviews. */
@ConfigMapping(prefix = "zizhi.review")
public interface ReviewSettings {

    /** How long a claim lasts after the reviewer's last call. */
    Duration lease();

    /** How long a claim lasts that a supervisor assigned, until the reviewer's first call. */
    Duration assignedLease();

    /** How far the clock of a submission may differ from the database clock. */
    Duration clockTolerance();
}
