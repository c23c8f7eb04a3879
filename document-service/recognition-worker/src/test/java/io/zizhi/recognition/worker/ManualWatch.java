package io.zizhi.recognition.worker;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Delayed actions that run only when a test says so. */
final class ManualWatch extends ScheduledThreadPoolExecutor {

    ManualWatch() {
        super(1, Thread.ofPlatform().daemon().factory());
        setRemoveOnCancelPolicy(true);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
        return super.schedule(action, 1, TimeUnit.DAYS);
    }

    /** Waits for delayed actions and runs them now. */
    void runDelayed() {
        PictureClient.await(() -> !getQueue().isEmpty());
        for (Runnable action : getQueue().toArray(Runnable[]::new)) {
            if (remove(action)) {
                action.run();
            }
        }
    }
}
