package io.zizhi.review;

import io.quarkus.test.junit.QuarkusMock;
import io.zizhi.contracts.OwnerType;
import io.zizhi.review.decision.UndoWindow;
import io.zizhi.review.decision.foureyes.FourEyesPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Replaces settings of the desk for one test, without a restart. Quarkus restores them after the test. */
public final class DeskSettings {

    private DeskSettings() {}

    public static void undoWindow(Duration length) {
        QuarkusMock.installMockForType(new UndoWindow(length), UndoWindow.class);
    }

    public static void fourEyes(OwnerType ownerType, boolean overturns) {
        QuarkusMock.installMockForType(
                new FourEyesPolicy(Optional.of(List.of(ownerType)), overturns), FourEyesPolicy.class);
    }
}
