package io.zizhi.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The ports that one JVM draws from, and no other JVM of this machine at the same time: two that start suites side by side
 * would otherwise draw the same port now and then, before either has a server on it. The three ports of a service are a
 * thousand apart, so a block is a part of each thousand.
 */
final class PortBlock {

    private static final int THOUSAND = 1000;
    private static final int SIZE = 50;
    static final int BLOCKS = THOUSAND / SIZE;

    private static @Nullable PortBlock own;

    private final int number;

    PortBlock(int number) {
        this.number = number;
    }

    /** The block that this JVM draws from; its own until it ends. */
    static synchronized PortBlock own() {
        PortBlock taken = own;
        return taken == null ? next() : taken;
    }

    /** Another one, where the last is used up; both stay its own. */
    static synchronized PortBlock next() {
        PortBlock taken = take(Path.of(System.getProperty("java.io.tmpdir")));
        own = taken;
        return taken;
    }

    /** Any block where all are taken: ports that are in use are passed over anyway. */
    static PortBlock take(Path folder) {
        int first = ThreadLocalRandom.current().nextInt(BLOCKS);
        for (int next = 0; next < BLOCKS; next++) {
            int number = (first + next) % BLOCKS;
            if (isLocked(folder.resolve("zizhi-ports-" + number + ".lock"))) {
                return new PortBlock(number);
            }
        }
        return new PortBlock(first);
    }

    /** Locked for this JVM, until it ends; files of other users cannot be opened, and count as locked by them. */
    @SuppressWarnings("resource") // closing the channel would give the lock back
    private static boolean isLocked(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return true;
            }
            channel.close();
            return false;
        } catch (IOException | OverlappingFileLockException taken) {
            return false;
        }
    }

    /** A port of this block between {@code first} and {@code last}, both included. */
    int draw(int first, int last) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (true) {
            int thousand = random.nextInt(first / THOUSAND, last / THOUSAND + 1) * THOUSAND;
            int port = thousand + number * SIZE + random.nextInt(SIZE);
            if (port >= first && port <= last) {
                return port;
            }
        }
    }
}
