package io.zizhi.review.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a decision can be undone before it is published. */
@ApplicationScoped
public class UndoWindow {

    private final Duration length;

    /** @param length zero publishes decisions at once */
    public UndoWindow(@ConfigProperty(name = "zizhi.review.undo-window", defaultValue = "PT0S") Duration length) {
        this.length = length;
    }

    boolean isOff() {
        return length.isZero();
    }

    Duration length() {
        return length;
    }
}
