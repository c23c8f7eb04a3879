package io.zizhi.review.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zizhi.contracts.OwnerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How decisions are made and published. */
@ConfigMapping(prefix = "zizhi.review")
public interface DecisionConfig {

    /**
     * How the approval of documents is treated that the approver has not opened. By default the response lists them.
     */
    @WithDefault("WARN")
    UnopenedDocuments.Policy unopenedDocuments();

    /**
     * How long a decision can be undone. It is published, and the applicant notified, only after that time. The default
     * publishes decisions at once.
     */
    @WithDefault("PT0S")
    @DurationMin(seconds = 0)
    @DurationMax(days = 7)
    Duration undoWindow();

    /** Which decisions need a second reviewer. */
    FourEyes fourEyes();

    /** See {@link DecisionConfig#fourEyes()}. */
    interface FourEyes {

        /**
         * Owner types whose decisions all need a second reviewer, separated by commas: {@code COMPANY}, {@code
         * PUBLIC_INSTITUTION}, {@code PERSON}. None by default.
         */
        Optional<List<OwnerType>> ownerTypes();

        /**
         * Whether a decision that contradicts the last one on the same content needs a second reviewer. Off by default,
         * because a small desk may have no second reviewer on duty.
         */
        @WithDefault("false")
        boolean overturns();
    }
}
