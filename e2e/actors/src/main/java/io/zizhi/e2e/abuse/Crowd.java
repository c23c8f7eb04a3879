package io.zizhi.e2e.abuse;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs many clients in parallel. */
final class Crowd {

    private Crowd() {}

    /** The action of one client; {@code number} is the client's number, from 0. */
    interface Member {
        void act(int number);
    }

    /** Runs all clients at the same time; returns when the last one is done. */
    static void of(int size, Member member) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            int own = number;
            threads.add(Thread.ofVirtual().start(() -> quietly(() -> member.act(own))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Lets each client repeat its action for {@code seconds}. */
    static void flood(int size, int seconds, Member member) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        of(size, number -> {
            while (System.nanoTime() < end) {
                quietly(() -> member.act(number));
            }
        });
    }

    static void hold(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Performs the action and ignores failures, because the request was sent in any case. */
    private static void quietly(Runnable act) {
        try {
            act.run();
        } catch (UncheckedIOException refused) {
            hold(1);
        }
    }
}
