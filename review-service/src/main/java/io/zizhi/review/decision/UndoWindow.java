package io.zizhi.review.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long a decision can be undone before it is published. */
@ApplicationScoped
public class UndoWindow {

    private final Duration length;

    public UndoWindow(DecisionConfig config) {
        this.length = config.undoWindow();
    }

    boolean isOff() {
        return length.isZero();
    }

    Duration length() {
        return length;
    }
}
