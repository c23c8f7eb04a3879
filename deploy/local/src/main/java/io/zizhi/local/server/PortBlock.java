package io.zizhi.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A range of ports that belongs to one JVM of this machine at a time. Otherwise two JVMs that start suites in parallel
 * could draw the same port before a server listens on it. The three ports of a service are a thousand apart, so a block
 * contains the same part of each thousand.
 */
final class PortBlock {

    private static final int THOUSAND = 1000;
    private static final int SIZE = 50;
    static final int BLOCKS = THOUSAND / SIZE;

    /**
     * Keeps references to the locked files. The garbage collector would close an unreachable channel, which would
     * release its lock.
     */
    private static final Queue<FileChannel> LOCKED = new ConcurrentLinkedQueue<>();

    private static @Nullable PortBlock own;

    private final int number;

    PortBlock(int number) {
        this.number = number;
    }

    /** Returns the block of this JVM, which holds it until the JVM ends. */
    static synchronized PortBlock own() {
        PortBlock taken = own;
        return taken == null ? next() : taken;
    }

    /** Returns an additional block when the current one is used up; the JVM keeps both. */
    static synchronized PortBlock next() {
        PortBlock taken = take(Path.of(System.getProperty("java.io.tmpdir")));
        own = taken;
        return taken;
    }

    /** Returns any block if all are taken: ports in use are skipped anyway. */
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

    /**
     * Locks the file until this JVM ends. A file that cannot be opened belongs to another user and counts as locked.
     */
    private static boolean isLocked(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                LOCKED.add(channel);
                return true;
            }
            channel.close();
            return false;
        } catch (IOException | OverlappingFileLockException taken) {
            return false;
        }
    }

    /** Draws a port of this block between {@code first} and {@code last}, both inclusive. */
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
