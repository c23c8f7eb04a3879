package io.zizhi.notification;

import static io.zizhi.platform.testkit.Waits.await;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Runs something else while a test's own transaction is open. */
public final class Meanwhile {

    private Meanwhile() {}

    public static <T> Future<T> start(Callable<T> act) {
        var task = new FutureTask<>(act);
        var thread = new Thread(task, "meanwhile");
        thread.setContextClassLoader(Meanwhile.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Starts the call and returns as soon as it waits for a lock on {@code table}. */
    public static <T> Future<T> startAndWaitsFor(String table, Callable<T> act) throws Exception {
        Future<T> started = start(act);
        String waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%"
                + table + "%'";
        Future<Boolean> waits = start(() -> {
            await().until(() -> Rows.count(waiting) > 0);
            return true;
        });
        waits.get();
        return started;
    }
}
