package io.zizhi.review;

import io.quarkus.test.junit.QuarkusMock;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.contracts.OwnerType;
import io.zizhi.review.decision.DecisionConfig;
import io.zizhi.review.decision.UndoWindow;
import io.zizhi.review.decision.foureyes.FourEyesPolicy;
import java.time.Duration;
import java.util.Map;

/** Replaces settings of the desk for one test, without a restart. Quarkus restores them after the test. */
public final class DeskSettings {

    private DeskSettings() {}

    /**
     * Returns the defaults with some settings changed.
     *
     * @param settings by full name
     */
    public static DecisionConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(DecisionConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(DecisionConfig.class);
    }

    public static void undoWindow(Duration length) {
        QuarkusMock.installMockForType(
                new UndoWindow(with(Map.of("zizhi.review.undo-window", length.toString()))), UndoWindow.class);
    }

    public static void fourEyes(OwnerType ownerType, boolean overturns) {
        QuarkusMock.installMockForType(
                new FourEyesPolicy(with(Map.of(
                        "zizhi.review.four-eyes.owner-types",
                        ownerType.name(),
                        "zizhi.review.four-eyes.overturns",
                        Boolean.toString(overturns)))),
                FourEyesPolicy.class);
    }
}
